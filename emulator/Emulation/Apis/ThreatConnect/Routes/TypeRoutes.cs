using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

static class TypeRoutes
{
    public static IReadOnlyList<Route> All() =>
    [
        Get("/v2/types/associationTypes",                   "types.associations", Documented, "v2/associations/associations.rst", Types.Associations),
        Get("/v2/types/associationTypes/{associationType}", "type.association",   Documented, "v2/associations/associations.rst", Types.OneAssociation),
        Get("/v2/types/indicatorTypes",                     "types.indicators",   Documented, "v2/indicators/retrieve.rst",       Types.Indicators),
        Get("/v2/types/indicatorTypes/{indicatorType}",     "type.indicator",     Documented, "v2/indicators/retrieve.rst",       Types.OneIndicator),
        Get("/v2/types/attributeTypes",                     "types.attributes",   Reference,  "v2/attributes/attributes.rst",     Types.Attributes),
        Get("/v2/types/attributeTypes/{attributeTypeName}", "type.attribute",     Reference,  "v2/attributes/attributes.rst",     Types.OneAttribute),
    ];
}
