using System.Globalization;
using System.Text;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Custom metrics of the caller's organization (custom_metrics.rst). The owner parameter has no effect here.</summary>
static class Metrics
{
    private const string Noun = "Custom Metric";
    private const string Key = "customMetricConfig";
    private const int MaxNameLength = 45;
    private const int MaxDescriptionLength = 500;
    private const int MaxKeyLength = 255;

    // Far below the range in which sums overflow.
    private const decimal MaxNumber = 1_000_000_000_000_000_000_000m;

    private static readonly string[] s_types = Enum.GetNames<MetricType>();
    private static readonly string[] s_intervals = Enum.GetNames<MetricInterval>();

    public static Reply List(Call call)
    {
        if (!Listing.Read(call, []).Is(out var listing, out var error)) return error;
        var own = Scope.CurrentUser(call).Organization;
        return listing.Page(Key, call.Graph.Between(CustomMetric.ByOwner, new IdKey(own, 0), new IdKey(own, long.MaxValue)),
            (ref json, metric) => Write(ref json, (CustomMetric)metric));
    }

    public static Reply One(Call call) => Find(call) is { } metric ? Show(200, metric) : Envelope.Missing;

    public static Change Create(Call call)
    {
        if (!Fields.Read(call).Is(out var body, out var error)) return Writes.Refuse(call, error);
        var name = body.Text("name", Noun, 1, MaxNameLength, required: true);
        var type = body.OneOf("dataType", Noun, s_types);
        if (type is null) body.Refuse(Envelope.Fail(400, Texts.OneOf("dataType", Noun, s_types)));
        var interval = body.OneOf("interval", Noun, s_intervals);
        if (interval is null) body.Refuse(Envelope.Fail(400, Texts.OneOf("interval", Noun, s_intervals)));
        var keyed = body.Flag("keyedValues") == true;
        var description = body.Text("description", Noun, 1, MaxDescriptionLength);
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);

        var own = Scope.CurrentUser(call).Organization;
        if (ByName(call.Graph, own, name!) is not null) return Writes.Refuse(call, Envelope.Fail(400, Texts.Exists("name", Noun)));
        var graph = call.Graph.TakeId(CustomMetric.NodeKind, out var id);
        var metric = new CustomMetric
        {
            Id = id,
            Owner = own,
            Name = name!,
            DataType = Enum.Parse<MetricType>(type!),
            Interval = Enum.Parse<MetricInterval>(interval!),
            Keyed = keyed,
            Description = description,
        };
        return Writes.Save(call, own, graph.Add(metric), Show(201, metric));
    }

    public static Change Delete(Call call)
    {
        if (Find(call) is not { } metric) return Writes.Refuse(call, Envelope.Missing);
        var points = call.Graph.Between(MetricPoint.OfMetric, First(metric), First(metric, 1)).All();
        var graph = points.Aggregate(call.Graph, (current, point) => current.Remove(point));
        return Writes.Save(call, metric.Owner, graph.Remove(metric), Envelope.Done);
    }

    /// <summary>Adds a value: 204 without a body, or 200 with the metric's result in the interval of the value.</summary>
    public static Change Add(Call call)
    {
        if (Find(call) is not { } metric) return Writes.Refuse(call, Envelope.Missing);
        var counts = metric.DataType == MetricType.Count;
        if (!Fields.Read(call, mayBeEmpty: counts && !metric.Keyed).Is(out var body, out var error)) return Writes.Refuse(call, error);
        var name = metric.Keyed ? body.Text("name", Noun, 1, MaxKeyLength, required: true) : "";
        var value = body.Number("value", -MaxNumber, MaxNumber);
        if (value is null && !counts) body.Refuse(Envelope.Fail(400, Texts.Malformed, "\"value\" is missing"));
        var weight = body.Number("weight", 0, MaxNumber) ?? 1;
        if (weight == 0) body.Refuse(Envelope.Fail(400, Texts.Malformed, "\"weight\" is 0"));
        var at = body.Date("date") ?? call.Now.ToUnixTimeSeconds();
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);

        var from = StartOf(metric.Interval, at);
        var old = call.Graph.Find<MetricPoint, TextKey>(MetricPoint.OfMetric, new TextKey(metric.Key, name!, from));
        if (old is null && call.Graph.Between(MetricPoint.OfMetric, First(metric), First(metric, 1)).Count >= Retention.MetricPoints)
            return Writes.Refuse(call,
                Envelope.Fail(400, Texts.Malformed,
                    $"the metric has values in {Retention.MetricPoints} intervals, the most that are kept"));
        var point = Next(metric, old, name!, from, (double)(value ?? 0), (double)weight);
        var graph = old is null ? call.Graph.Add(point) : call.Graph.Replace(old, point);
        return Writes.Save(call, metric.Owner, graph, Includes.IsTrue(call, "returnValue") ? Show(point) : new Reply(204));
    }

    private static MetricPoint Next(CustomMetric metric, MetricPoint? old, string name, long from, double value, double weight)
    {
        if (metric.DataType == MetricType.Count) value = 1;
        if (old is null) return new MetricPoint { Metric = metric.Key, Name = name, From = from, Value = value, Weight = weight };
        var total = old.Weight + weight;
        return old with
        {
            Weight = total,
            Value = metric.DataType switch
            {
                MetricType.Average => old.Value + ((value - old.Value) * weight / total),
                MetricType.Count or MetricType.Sum => old.Value + value,
                MetricType.First => old.Value,
                MetricType.Last => value,
                MetricType.Max => Math.Max(old.Value, value),
                MetricType.Min => Math.Min(old.Value, value),
                _ => throw new InvalidOperationException($"{metric.DataType} has no aggregation."),
            },
        };
    }

    /// <summary>
    /// The start of the interval of a moment, in UTC. tcex's live test: 2008-12-12T12:12:12 of a daily metric counts for
    /// 2008-12-12T00:00:00Z.
    /// </summary>
    private static long StartOf(MetricInterval interval, long at)
    {
        var moment = DateTimeOffset.FromUnixTimeSeconds(at).UtcDateTime;
        var begin = interval switch
        {
            MetricInterval.Hourly => moment.Date.AddHours(moment.Hour),
            MetricInterval.Daily => moment.Date,
            MetricInterval.Weekly => Monday(moment.Date),
            MetricInterval.Monthly => new DateTime(moment.Year, moment.Month, 1, 0, 0, 0, DateTimeKind.Utc),
            MetricInterval.Yearly => new DateTime(moment.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            _ => throw new InvalidOperationException($"{interval} has no start."),
        };
        return (long)(begin - DateTime.UnixEpoch).TotalSeconds;
    }

    // Does not underflow, because the first day of the calendar, 0001-01-01, is a Monday.
    private static DateTime Monday(DateTime day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>Finds a metric by id or, if there is none with that id, by name.</summary>
    private static CustomMetric? Find(Call call)
    {
        var (word, own) = (call["metricId"], Scope.CurrentUser(call).Organization);
        var byId = IdLookup.Find(call.Graph, CustomMetric.ByOwner, word, own);
        return byId ?? ByName(call.Graph, own, word);
    }

    /// <summary>The key before all points of the metric, or of a following metric.</summary>
    private static TextKey First(CustomMetric metric, int behind = 0) => new(metric.Key + behind, "", long.MinValue);

    private static CustomMetric? ByName(Graph graph, int owner, string name) =>
        graph.Find<CustomMetric, TextKey>(CustomMetric.ByName, new TextKey(owner, Fold.Case(name)));

    private static Reply Show(int status, CustomMetric metric) => Envelope.One(status, Key, (ref json) => Write(ref json, metric));

    private static Reply Show(MetricPoint point) => Envelope.Document(200, (ref json) =>
    {
        // Always with a decimal, as in the sample of the page: 4.0.
        var text = point.Value.ToString("R", CultureInfo.InvariantCulture);
        json.Name("value"u8);
        json.Value(Encoding.ASCII.GetBytes(text.AsSpan().IndexOfAny(".E") < 0 ? text + ".0" : text));
        json.Date("date"u8, point.From);
    });

    private static void Write(ref JsonWriter json, CustomMetric metric)
    {
        json.StartObject();
        json.Number("id"u8, metric.Id);
        json.Text("name"u8, metric.Name);
        json.Text("dataType"u8, metric.DataType.ToString());
        json.Text("interval"u8, metric.Interval.ToString());
        json.Flag("keyedValues"u8, metric.Keyed);
        json.OptionalText("description"u8, metric.Description);
        json.EndObject();
    }
}
