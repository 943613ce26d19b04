using System.Globalization;
using Emulation.Apis.ThreatConnect.Authentication;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>The members and the metrics of owners (owners/retrieve.rst, owners/metrics.rst).</summary>
static class OwnerMetrics
{
    /// <summary>
    /// The members of the caller's organization. An organization with anonymous members lists only pseudonyms, without an envelope.
    /// </summary>
    public static Reply Members(Call call)
    {
        var own = Scope.Own(call);
        var members = call.Graph.Between(User.ByOrganization, new IdKey(own.Id, 0), new IdKey(own.Id, long.MaxValue)).All().Cast<User>()
            .ToArray();
        if (own.Anonymous) return Anonymous(members);
        return Envelope.Data(200, (ref json) =>
        {
            json.StartArray("user"u8);
            foreach (var member in members) UserJson.Write(ref json, member);
            json.EndArray();
        });
    }

    /// <summary>The metrics of every owner that the caller may read; each row names its owner.</summary>
    public static Reply All(Call call) => Metrics(call, [.. Scope.Visible(call)], named: true);

    public static Reply One(Call call) =>
        Scope.Visible(call, "id") is { } owner ? Metrics(call, [owner], named: false) : Envelope.Missing;

    private static Reply Anonymous(User[] members) => Envelope.Document(200, (ref json) =>
    {
        json.Flag("anonymous"u8, true);
        json.Text("status"u8, "Success");
        json.Number("resultCount"u8, members.Length);
        json.StartArray("members"u8);
        foreach (var member in members)
        {
            json.StartObject();
            json.OptionalText("pseudonym"u8, member.Pseudonym);
            json.EndObject();
        }
        json.EndArray();
    });

    private static Reply Metrics(Call call, IReadOnlyList<Owner> owners, bool named) => Envelope.Data(200, (ref json) =>
    {
        json.StartArray("ownerMetric"u8);
        foreach (var owner in owners)
        {
            var counts = OwnerCounts.Of(call.Graph, owner.Id, call.Now.ToUnixTimeSeconds());
            for (var day = 0; day < OwnerCounts.Days; day++) Write(ref json, counts, day, named ? owner.Name : null);
        }
        json.EndArray();
    });

    private static void Write(ref JsonWriter json, OwnerCounts counts, int day, string? owner)
    {
        json.StartObject();
        json.OptionalText("ownerName"u8, owner);
        json.Text("metricDate"u8, counts.Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.Number("totalIndicator"u8, counts.Indicators(day));
        json.Number("totalHost"u8, counts.OfType(IndicatorType.Host, day));
        json.Number("totalAddress"u8, counts.OfType(IndicatorType.Address, day));
        json.Number("totalEmailAddress"u8, counts.OfType(IndicatorType.EmailAddress, day));
        json.Number("totalFile"u8, counts.OfType(IndicatorType.File, day));
        json.Number("totalUrl"u8, counts.OfType(IndicatorType.Url, day));
        json.Number("totalGroup"u8, counts.Groups(day));
        json.Number("totalThreat"u8, counts.OfType(GroupType.Threat, day));
        json.Number("totalIncident"u8, counts.OfType(GroupType.Incident, day));
        json.Number("totalEmail"u8, counts.OfType(GroupType.Email, day));
        json.Number("totalCampaign"u8, counts.OfType(GroupType.Campaign, day));
        json.Number("totalAdversary"u8, counts.OfType(GroupType.Adversary, day));
        json.Number("totalSignature"u8, counts.OfType(GroupType.Signature, day));
        json.Number("totalTask"u8, counts.Tasks(day));
        json.Number("totalDocument"u8, counts.OfType(GroupType.Document, day));
        json.Number("totalTag"u8, counts.Tags);
        json.Number("totalTrack"u8, 0);
        json.Number("totalResult"u8, 0);
        json.Number("totalIndicatorAttribute"u8, counts.IndicatorAttributes(day));
        json.Number("totalGroupAttribute"u8, counts.GroupAttributes(day));
        json.Number("averageIndicatorRating"u8, counts.AverageRating(day));
        json.Number("averageIndicatorConfidence"u8, counts.AverageConfidence(day));
        json.Number("totalEnrichedIndicator"u8, counts.Enriched(day));
        json.Number("totalGroupIndicator"u8, counts.InGroups(day));
        json.Number("totalObservationDaily"u8, counts.ObservedThatDay(day));
        json.Number("totalObservationIndicator"u8, counts.Observed(day));
        json.Number("totalObservationAddress"u8, counts.ObservedOfType(IndicatorType.Address, day));
        json.Number("totalObservationEmailAddress"u8, counts.ObservedOfType(IndicatorType.EmailAddress, day));
        json.Number("totalObservationFile"u8, counts.ObservedOfType(IndicatorType.File, day));
        json.Number("totalObservationHost"u8, counts.ObservedOfType(IndicatorType.Host, day));
        json.Number("totalObservationUrl"u8, counts.ObservedOfType(IndicatorType.Url, day));
        json.Number("totalFalsePositiveDaily"u8, counts.HarmlessThatDay(day));
        json.Number("totalFalsePositive"u8, counts.Harmless(day));
        json.EndObject();
    }
}
