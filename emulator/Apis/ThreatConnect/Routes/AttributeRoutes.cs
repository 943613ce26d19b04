using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

/// <summary>The attributes of any kind of item, and the labels of each.</summary>
static class AttributeRoutes
{
    private const string Source = "v2/attributes/attributes.rst; the pages of each kind of item";

    public static IEnumerable<Route> Of(string item, string name)
    {
        var one = $"{item}/attributes/{{attributeId}}";
        var label = $"{one}/securityLabels/{{securityLabelName}}";
        return
        [
            Later("GET", $"{item}/attributes",      $"{name}.attributes.list",       Documented, Source),
            Later("POST", $"{item}/attributes",     $"{name}.attributes.create",     Documented, Source),
            Later("GET", one,                       $"{name}.attribute.get",         Documented, Source),
            Later("PUT", one,                       $"{name}.attribute.update",      Documented, Source),
            Later("DELETE", one,                    $"{name}.attribute.delete",      Documented, Source),
            Later("GET", $"{one}/securityLabels",   $"{name}.attribute.labels.list", Documented, Source),
            Later("GET", label,                     $"{name}.attribute.labels.get",  Documented, Source),
            Later("POST", label,                    $"{name}.attribute.labels.add",  Documented, Source),
            Later("DELETE", label,                  $"{name}.attribute.labels.remove", Documented, Source),
        ];
    }
}
