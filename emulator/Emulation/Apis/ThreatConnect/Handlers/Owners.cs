using System.Globalization;
using System.Text.Json;
using Emulation.Apis.ThreatConnect.Bodies;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Who belongs to an owner, and what it has (owners/retrieve.rst, owners/metrics.rst).</summary>
static class Owners
{
    /// <summary>The members of the caller's organization. Where they may be anonymous: pseudonyms alone, and no envelope.</summary>
    public static Reply Members(Call call)
    {
        var own = Scope.Own(call);
        var members = call.Graph.Between(User.ByOrganization, new IdKey(own.Id, 0), new IdKey(own.Id, long.MaxValue)).All().Cast<User>().ToArray();
        if (own.Anonymous) return Anonymous(members);
        return Envelope.Data(200, json =>
        {
            json.WriteStartArray("user");
            foreach (var member in members) WorkJson.User(json, member);
            json.WriteEndArray();
        });
    }

    /// <summary>Of every owner that the caller may read; a row says whose it is.</summary>
    public static Reply AllMetrics(Call call)
    {
        var me = Scope.Me(call);
        var owners = call.Graph.All(Owner.ById).All().Cast<Owner>().Where(owner => me.MaySee(owner.Id)).OrderBy(owner => owner.Id != me.Organization).ThenBy(owner => owner.Id);
        return Metrics(call, [.. owners], named: true);
    }

    public static Reply MetricsOfOne(Call call)
    {
        var known = int.TryParse(call[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Graph.Find<Owner, IdKey>(Owner.ById, new IdKey(0, id)) : null;
        return known is { } owner && Scope.Me(call).MaySee(owner.Id) ? Metrics(call, [owner], named: false) : Envelope.Missing;
    }

    private static Reply Anonymous(User[] members) => Envelope.Document(200, json =>
    {
        json.WriteBoolean("anonymous", true);
        json.WriteString(Names.Status, "Success");
        json.WriteNumber("resultCount", members.Length);
        json.WriteStartArray("members");
        foreach (var member in members)
        {
            json.WriteStartObject();
            Pen.Text(json, Names.Pseudonym, member.Pseudonym);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static Reply Metrics(Call call, IReadOnlyList<Owner> owners, bool named) => Envelope.Data(200, json =>
    {
        json.WriteStartArray("ownerMetric");
        foreach (var owner in owners)
        {
            var counts = OwnerCounts.Of(call.Graph, owner.Id, call.Now.ToUnixTimeSeconds());
            for (var day = 0; day < OwnerCounts.Days; day++) Write(json, counts, day, named ? owner.Name : null);
        }
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, OwnerCounts counts, int day, string? owner)
    {
        json.WriteStartObject();
        Pen.Text(json, Names.OwnerName, owner);
        json.WriteString("metricDate", counts.Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("totalIndicator", counts.Indicators(day));
        json.WriteNumber("totalHost", counts.OfType(IndicatorType.Host, day));
        json.WriteNumber("totalAddress", counts.OfType(IndicatorType.Address, day));
        json.WriteNumber("totalEmailAddress", counts.OfType(IndicatorType.EmailAddress, day));
        json.WriteNumber("totalFile", counts.OfType(IndicatorType.File, day));
        json.WriteNumber("totalUrl", counts.OfType(IndicatorType.Url, day));
        json.WriteNumber("totalGroup", counts.Groups(day));
        json.WriteNumber("totalThreat", counts.OfType(GroupType.Threat, day));
        json.WriteNumber("totalIncident", counts.OfType(GroupType.Incident, day));
        json.WriteNumber("totalEmail", counts.OfType(GroupType.Email, day));
        json.WriteNumber("totalCampaign", counts.OfType(GroupType.Campaign, day));
        json.WriteNumber("totalAdversary", counts.OfType(GroupType.Adversary, day));
        json.WriteNumber("totalSignature", counts.OfType(GroupType.Signature, day));
        json.WriteNumber("totalTask", counts.Tasks(day));
        json.WriteNumber("totalDocument", counts.OfType(GroupType.Document, day));
        json.WriteNumber("totalTag", counts.Tags);
        json.WriteNumber("totalTrack", 0);
        json.WriteNumber("totalResult", 0);
        json.WriteNumber("totalIndicatorAttribute", counts.IndicatorAttributes(day));
        json.WriteNumber("totalGroupAttribute", counts.GroupAttributes(day));
        json.WriteNumber("averageIndicatorRating", counts.AverageRating(day));
        json.WriteNumber("averageIndicatorConfidence", counts.AverageConfidence(day));
        json.WriteNumber("totalEnrichedIndicator", counts.Enriched(day));
        json.WriteNumber("totalGroupIndicator", counts.InGroups(day));
        json.WriteNumber("totalObservationDaily", counts.ObservedThatDay(day));
        json.WriteNumber("totalObservationIndicator", counts.Observed(day));
        json.WriteNumber("totalObservationAddress", counts.ObservedOfType(IndicatorType.Address, day));
        json.WriteNumber("totalObservationEmailAddress", counts.ObservedOfType(IndicatorType.EmailAddress, day));
        json.WriteNumber("totalObservationFile", counts.ObservedOfType(IndicatorType.File, day));
        json.WriteNumber("totalObservationHost", counts.ObservedOfType(IndicatorType.Host, day));
        json.WriteNumber("totalObservationUrl", counts.ObservedOfType(IndicatorType.Url, day));
        json.WriteNumber("totalFalsePositiveDaily", counts.HarmlessThatDay(day));
        json.WriteNumber("totalFalsePositive", counts.Harmless(day));
        json.WriteEndObject();
    }
}
