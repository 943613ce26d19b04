using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Routes;

/// <summary>Routes outside of the areas of the API, known only from clients and older pages.</summary>
static class OtherRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("GET",   "/api/gateway/v1/routes",                                       "gateway.routes.get",                      Provenance.Reference,   "threatwinds/api-docs@fe23345 gateway/routes.md (page removed in f578d1d)") { Policy = Access.Admin },
        new("POST",  "/api/gateway/v1/route",                                        "gateway.route.post",                      Provenance.Reference,   "threatwinds/api-docs@fe23345 gateway/routes.md (page removed in f578d1d)") { Policy = Access.Admin },
        new("PUT",   "/api/gateway/v1/route/{id}",                                   "gateway.route.put",                       Provenance.Reference,   "threatwinds/api-docs@fe23345 gateway/routes.md (page removed in f578d1d)") { Policy = Access.Admin },
        new("DELETE","/api/gateway/v1/route/{id}",                                   "gateway.route.delete",                    Provenance.Reference,   "threatwinds/api-docs@fe23345 gateway/routes.md (page removed in f578d1d)") { Policy = Access.Admin },
        new("GET",   "/api/v1/entities/definitions",                                 "v1.entities.definitions.get",             Provenance.Client,      "ThreatWinds/JavaSDK TWEndPointEnum.java; quantfall/ThreatWindsPythonSDK functions.py (2022 API, client only)") { Policy = Access.User },
        new("GET",   "/api/v1/entities/type",                                        "v1.entities.type.get",                    Provenance.Client,      "ThreatWinds/JavaSDK TWEndPointEnum.java; quantfall/ThreatWindsPythonSDK functions.py (2022 API, client only)") { Policy = Access.User },
        new("GET",   "/api/v1/entity/value",                                         "v1.entity.value.get",                     Provenance.Client,      "ThreatWinds/JavaSDK TWEndPointEnum.java; quantfall/ThreatWindsPythonSDK functions.py (2022 API, client only)") { Policy = Access.User },
        new("GET",   "/api/v1/entity/associations",                                  "v1.entity.associations.get",              Provenance.Client,      "ThreatWinds/JavaSDK TWEndPointEnum.java; quantfall/ThreatWindsPythonSDK functions.py (2022 API, client only)") { Policy = Access.User },
        new("GET",   "/api/v1/entity/attributes",                                    "v1.entity.attributes.get",                Provenance.Client,      "ThreatWinds/JavaSDK TWEndPointEnum.java; quantfall/ThreatWindsPythonSDK functions.py (2022 API, client only)") { Policy = Access.User },
        new("POST",  "/api/v1/entities",                                             "v1.entities.post",                        Provenance.Client,      "ThreatWinds/JavaSDK TWEndPointEnum.java; quantfall/ThreatWindsPythonSDK functions.py (2022 API, client only)") { Policy = Access.User },
        new("POST",  "/api/v1/entities/associations",                                "v1.entities.associations.post",           Provenance.Client,      "ThreatWinds/JavaSDK TWEndPointEnum.java; quantfall/ThreatWindsPythonSDK functions.py (2022 API, client only)") { Policy = Access.User },
        new("GET",   "/api/v1/geoip/location/{ip}",                                  "v1.geoip.location.get",                   Provenance.Client,      "ThreatWinds/JavaSDK TWEndPointEnum.java; quantfall/ThreatWindsPythonSDK functions.py (2022 API, client only)") { Policy = Access.User },
        new("GET",   "/api/v1/geoip/organization/{ip}",                              "v1.geoip.organization.get",               Provenance.Client,      "ThreatWinds/JavaSDK TWEndPointEnum.java; quantfall/ThreatWindsPythonSDK functions.py (2022 API, client only)") { Policy = Access.User },
        new("POST",  "/api/v1/geoip/location",                                       "v1.geoip.location.post",                  Provenance.Client,      "ThreatWinds/JavaSDK TWEndPointEnum.java; quantfall/ThreatWindsPythonSDK functions.py (2022 API, client only)") { Policy = Access.User },
        new("POST",  "/api/v1/geoip/organization",                                   "v1.geoip.organization.post",              Provenance.Client,      "ThreatWinds/JavaSDK TWEndPointEnum.java; quantfall/ThreatWindsPythonSDK functions.py (2022 API, client only)") { Policy = Access.User },
    ];
}
