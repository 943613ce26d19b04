using System.Globalization;
using System.Text;
using System.Xml;

namespace Emulation.Recordings.Drifts;

/// <summary>A report as JUnit's XML, which continuous integration shows: an API is a suite, a route a test case.</summary>
static class ReportJUnit
{
    public static void Write(DriftReport report, Stream output)
    {
        // Some readers of JUnit files refuse a byte order mark.
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, Encoding = encoding });
        xml.WriteStartElement("testsuites");
        foreach (var api in report.Routes.GroupBy(route => route.Api, StringComparer.Ordinal)) WriteSuite(xml, api.Key, [.. api]);
        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, string api, RouteResult[] routes)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", $"drift.{api}");
        xml.WriteAttributeString("tests", Text(routes.Length));
        xml.WriteAttributeString("failures", Text(routes.Count(IsFailure)));
        xml.WriteAttributeString("skipped", Text(routes.Count(IsSkipped)));
        foreach (var route in routes) WriteCase(xml, route);
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, RouteResult route)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", $"drift.{route.Api}");
        xml.WriteAttributeString("name", route.Name);
        if (IsFailure(route))
        {
            var drift = route.Differences.Where(difference => difference.Reason is null).ToArray();
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", $"{Counted.Of(drift.Length, "difference")}, {route.Provenance}");
            xml.WriteString(Readable(string.Join('\n', drift.Select(Line))));
            xml.WriteEndElement();
        }
        else if (IsSkipped(route))
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Readable(string.Join("; ", route.NotCompared.Select(one => one.Reason))));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string Line(GroupedDifference difference)
    {
        var (first, exchanges) = (difference.First, difference.Exchanges);
        var values = $"recorded {Difference.Shown(first.Recorded)}; found {Difference.Shown(first.Found)}";
        return $"{first.KindName} at {first.Path}: {values} (exchange {exchanges[0]})";
    }

    private static bool IsFailure(RouteResult route) => route.Differences.Any(difference => difference.Reason is null);

    private static bool IsSkipped(RouteResult route) => route.Compared == 0;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // XML has no way to write control characters.
    private static string Readable(string text) =>
        string.Concat(text.Select(character => XmlConvert.IsXmlChar(character) ? character : '\uFFFD'));
}
