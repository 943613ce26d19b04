using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Handlers;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Routes;

/// <summary>Lists, searches and history of entities and relations, in all editions of the pages.</summary>
static class SearchRoutes
{
    public static IReadOnlyList<Route> All(ThreatWindsContext context) =>
    [
        new("GET",   "/api/search/v1/associations/{id}",                             "search.associations.get",                 Provenance.Documented,  "document 000; JessicaValdes0032/ThreatWindsDoc search/association.md; threatwinds/api-docs@50021d9 Search/ASSOCIATION.md") { Policy = Access.User, Query = call => RelatedEntities.Associations(call, context) },
        new("GET",   "/api/search/v1/entity/{id}/relations",                         "search.entity.relations.get",             Provenance.Documented,  "document 001; threatwinds/api-docs@4c1c8c0^ search/RELATIONS.md; threatwinds/api-docs search/entity.md (current variant)") { Policy = Access.User, Query = call => RelatedEntities.Relations(call, context) },
        new("POST",  "/api/search/v1/associations/{id}/advanced",                    "search.associations.advanced.post",       Provenance.Reference,   "JessicaValdes0032/ThreatWindsDoc Search/ASSOCIATION(ADVANCED).md") { Policy = Access.User, Query = call => Searches.Associations(call, context) },
        new("POST",  "/api/search/v1/entity",                                        "search.entity.post",                      Provenance.Reference,   "threatwinds/api-docs@4c1c8c0^ search/ENTITY.md (202); GitBook edition says 200") { Policy = Access.User, Query = call => Entities.ByValue(call, context) },
        new("GET",   "/api/search/v1/entity/{id}",                                   "search.entity.get",                       Provenance.Reference,   "threatwinds/api-docs@4c1c8c0^ search/ENTITY.md; GitBook Search/entity/README.md") { Policy = Access.User, Query = call => Entities.ById(call, context) },
        new("POST",  "/api/search/v1/entities",                                      "search.entities.post",                    Provenance.Reference,   "threatwinds/api-docs@4c1c8c0^ search/ENTITY(ADVANCED).md; dart-sdk test/search_test.dart; GitBook edition says 200") { Policy = Access.User, Query = call => Searches.Entities(call, context) },
        new("POST",  "/api/search/v1/entities/history",                              "search.entities.history.post",            Provenance.Reference,   "threatwinds/api-docs@4c1c8c0^ search/HISTORY.md; GitBook edition says 200") { Policy = Access.History, Query = Searches.EntityReports },
        new("POST",  "/api/search/v1/relations",                                     "search.relations.post",                   Provenance.Reference,   "threatwinds/api-docs@4c1c8c0^ search/RELATIONS(ADVANCED).md") { Policy = Access.User, Query = Searches.Relations },
        new("POST",  "/api/search/v1/relations/history",                             "search.relations.history.post",           Provenance.Reference,   "threatwinds/api-docs@4c1c8c0^ search/RELATIONSHISTORY.md") { Policy = Access.History, Query = Searches.RelationReports },
        new("GET",   "/api/search/v1/relation/{entityID}/{relatedEntityID}/history", "search.relation.history.get",             Provenance.Reference,   "JessicaValdes0032/ThreatWindsDoc search/relationhistory.md (prose says POST, example uses GET)") { Policy = Access.History, Query = RelationHistory.List },
        new("GET",   "/api/search/v1/comments/{id}",                                 "search.comments.get",                     Provenance.Reference,   "threatwinds/api-docs@4c1c8c0^ search/COMMENTS.md; GitBook edition says 200") { Policy = Access.User, Query = Comments.List },
        new("POST",  "/api/search/v1/entities/simple",                               "search.entities.simple.post",             Provenance.Reference,   "threatwinds/api-docs search/simple-search.md; js-sdk search-client.ts") { Policy = Access.User, Query = call => Searches.Simple(call, context) },
        new("GET",   "/api/search/v1/entities/simple",                               "search.entities.simple.get",              Provenance.Reference,   "threatwinds/api-docs search/simple-search.md (the quick start prints GET with a body)") { Policy = Access.User, Query = call => Searches.Simple(call, context) },
        new("POST",  "/api/search/v1/entities/advanced",                             "search.entities.advanced.post",           Provenance.Reference,   "threatwinds/api-docs search/advanced-search.md") { Policy = Access.User, Query = call => Searches.Advanced(call, context) },
        new("POST",  "/api/search/v1/entities/history/simple",                       "search.entities.history.simple.post",     Provenance.Reference,   "threatwinds/api-docs search/history-search.md") { Policy = Access.User, Query = Searches.SimpleHistory },
        new("POST",  "/api/search/v1/entities/history/advanced",                     "search.entities.history.advanced.post",   Provenance.Reference,   "threatwinds/api-docs search/history-search.md") { Policy = Access.User, Query = Searches.AdvancedHistory },
    ];
}
