using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>The addresses of a host and the hosts of an address, from the dataset; no name is resolved.</summary>
static class Resolutions
{
    /// <summary>One entry for each time, with all addresses.</summary>
    public static Reply OfHost(Call call, ThreatConnectContext context)
    {
        if (!Listing.Read(call, []).Is(out var listing, out var error)) return error;
        if (!ItemKinds.Indicators.FindOne(call, IndicatorType.Host).Is(out var host, out error)) return error;
        var moments = call.Graph.Between(DnsResolution.OfHost, NewestKey.First(host.Key), NewestKey.Last(host.Key))
            .All().Cast<DnsResolution>().GroupBy(one => one.At).ToArray();
        var render = new RenderContext(call, context, default);
        return Envelope.Data(200, (ref json) =>
        {
            if (listing.Start == 0) json.Number("resultCount"u8, moments.Length);
            json.StartArray("dnsResolution"u8);
            foreach (var moment in moments.Skip(listing.Start).Take(listing.Limit))
            {
                json.StartObject();
                json.Date("resolutionDate"u8, moment.Key);
                json.StartArray("addresses"u8);
                foreach (var one in moment) IndicatorJson.Write(ref json, render, (Indicator)call.Graph[one.Address], ItemForm.Listed);
                json.EndArray();
                json.EndObject();
            }
            json.EndArray();
        });
    }

    public static Reply OfAddress(Call call, ThreatConnectContext context)
    {
        if (!Listing.Read(call, ItemKinds.Indicators.Filters(IndicatorType.Host), modifiedSince: true).Is(out var listing, out var error))
            return error;
        if (!ItemKinds.Indicators.FindOne(call, IndicatorType.Address).Is(out var address, out error)) return error;
        var hosts = call.Graph.Between(DnsResolution.OfAddress, NewestKey.First(address.Key), NewestKey.Last(address.Key))
            .All().Cast<DnsResolution>().Select(one => call.Graph[one.Host]).DistinctBy(host => host.Key).OrderBy(host => host.LinkOrder)
                .ThenBy(host => host.LinkTie);
        return Items.Page(call, context, ItemKinds.Indicators, listing, new CollectedItems(hosts), null);
    }
}
