using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>Reads the members of an indicator.</summary>
static class IndicatorFields
{
    /// <summary>The canonical parts of the value; absent hashes are null.</summary>
    public static Result<string?[]> Values(Fields body, IndicatorType type)
    {
        var invalid = Envelope.Fail(400, Texts.Valid(type.Name));
        var parts = new string?[3];
        for (var i = 0; i < type.Values.Length; i++)
        {
            var text = body.Text(type.Values[i].Key);
            if (body.Refusal is { } refusal) return refusal;
            if (type == IndicatorType.File && string.IsNullOrEmpty(text)) continue;
            if (text is null && i >= type.Required) continue;
            parts[i] = text is null ? null : IndicatorValues.Canonical(type, i, text);
            if (parts[i] is null) return invalid;
        }
        return parts[0] is null && parts[1] is null && parts[2] is null ? invalid : parts;
    }

    /// <summary>The indicator with the members of the body, except its value.</summary>
    public static Indicator Apply(Fields body, Indicator item)
    {
        var flags = item.Flags;
        flags = With(flags, IndicatorFlags.Active, body.Flag("active"));
        flags = With(flags, IndicatorFlags.ActiveLocked, body.Flag("activeLocked"));
        if (!item.Type.Custom) flags = With(flags, IndicatorFlags.Private, body.Flag("privateFlag"));
        if (item.Type == IndicatorType.Host)
        {
            flags = With(flags, IndicatorFlags.DnsActive, body.Flag("dnsActive"));
            flags = With(flags, IndicatorFlags.WhoisActive, body.Flag("whoisActive"));
        }
        return item with
        {
            Rating = Rating(body, item.Rating),
            Confidence = Confidence(body, item.Confidence),
            Size = item.Type == IndicatorType.File ? body.Whole("size", 0, long.MaxValue) ?? item.Size : item.Size,
            Flags = flags,
            Xid = body.Text("xid") ?? item.Xid,
        };
    }

    /// <summary>Adds missing hashes to a file.</summary>
    public static Indicator AddHashes(Indicator item, string?[] parts) => item.Type == IndicatorType.File
        ? item with { Value1 = item.Value1 ?? parts[0], Value2 = item.Value2 ?? parts[1], Value3 = item.Value3 ?? parts[2] }
        : item;

    private static short Rating(Fields body, short old)
    {
        if (body.IsNull("rating")) return Indicator.Unset;
        return body.Number("rating", 0, 5) is { } rating ? (short)decimal.Round(rating * 100, MidpointRounding.AwayFromZero) : old;
    }

    private static short Confidence(Fields body, short old)
    {
        if (body.IsNull("confidence")) return Indicator.Unset;
        return (short?)body.Whole("confidence", 0, 100) ?? old;
    }

    private static IndicatorFlags With(IndicatorFlags flags, IndicatorFlags flag, bool? on) => on switch
    {
        null => flags,
        true => flags | flag,
        false => flags & ~flag,
    };
}
