using System.Globalization;
using System.Text;

namespace Emulation.Control.Metrics;

/// <summary>Writes metrics in Prometheus's text format 0.0.4.</summary>
sealed class MetricsText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();

    /// <summary>Begins a metric; its samples follow.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type"><c>counter</c>, <c>gauge</c> or <c>summary</c>.</param>
    /// <param name="help">What it measures, in one line.</param>
    public void Begin(string name, string type, string help) =>
        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");

    /// <summary>Adds a sample of the metric. The value has no exponent and up to seven decimals, as many as a duration has.</summary>
    public void Sample(string name, double value, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        _text.Append(name);
        for (var i = 0; i < labels.Length; i++)
        {
            _text.Append(i == 0 ? '{' : ',').Append(labels[i].Name).Append("=\"");
            AppendValue(labels[i].Value);
            _text.Append('"');
        }
        if (labels.Length > 0) _text.Append('}');
        _text.Append(CultureInfo.InvariantCulture, $" {value:0.#######}\n");
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());

    private void AppendValue(string value)
    {
        foreach (var character in value)
        {
            _ = character switch
            {
                '\\' => _text.Append(@"\\"),
                '"' => _text.Append("\\\""),
                '\n' => _text.Append(@"\n"),
                _ => _text.Append(character),
            };
        }
    }
}
