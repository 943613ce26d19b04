using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

/// <summary>The attributes of any kind of item, and the labels of each.</summary>
static class AttributeRoutes
{
    private const string Source = "v2/attributes/attributes.rst; the pages of each kind of item";

    public static IEnumerable<Route> Of(ThreatConnectContext context, string item, string name, Resource items)
    {
        var attributes = new Attributes(items);
        var labels = new Association(attributes, attributes.Path, ItemKinds.Labels, ItemKinds.Labels.Path, Links.Plain(LabelAttribute.To));
        var one = $"{item}/attributes/{{attributeId}}";
        var label = $"{one}/securityLabels/{{securityLabelName}}";
        return
        [
            Get($"{item}/attributes",      $"{name}.attributes.list",       Documented, Source, call => AttributeWrites.List(call, context, attributes)),
            Post($"{item}/attributes",     $"{name}.attributes.create",     Documented, Source, call => AttributeWrites.Create(call, context, attributes)),
            Get(one,                       $"{name}.attribute.get",         Documented, Source, call => Items.Get(call, context, attributes)),
            Put(one,                       $"{name}.attribute.update",      Documented, Source, call => AttributeWrites.Update(call, context, attributes)),
            Delete(one,                    $"{name}.attribute.delete",      Documented, Source, call => AttributeWrites.Delete(call, attributes)),
            Get($"{one}/securityLabels",   $"{name}.attribute.labels.list", Documented, Source, call => Associations.List(call, context, labels)),
            Get(label,                     $"{name}.attribute.labels.get",  Documented, Source, call => Associations.Get(call, context, labels)),
            Post(label,                    $"{name}.attribute.labels.add",  Documented, Source, call => Associations.Add(call, labels)),
            Delete(label,                  $"{name}.attribute.labels.remove", Documented, Source, call => Associations.Remove(call, labels)),
        ];
    }
}
