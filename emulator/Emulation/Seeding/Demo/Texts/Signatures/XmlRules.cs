using System.Globalization;
using System.Security;

namespace Emulation.Seeding.Demo.Texts.Signatures;

/// <summary>Indicators in XML: OpenIOC 1.0 and CybOX 2.1.</summary>
static class XmlRules
{
    public static string OpenIoc(StoryFacts story, ref RandomStream random) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <ioc xmlns="http://schemas.mandiant.com/2010/ioc" id="{SigmaRules.Uuid(ref random)}" last-modified="{Moment(story)}">
          <short_description>{Escaped(story.Malware)}</short_description>
          <description>{Escaped($"{story.Malware}, {story.Kind.Noun} used by {story.Actor}")}</description>
          <authored_by>{Escaped(story.Analyst)}</authored_by>
          <authored_date>{Moment(story)}</authored_date>
          <links />
          <definition>
            <Indicator operator="OR" id="{SigmaRules.Uuid(ref random)}">
        {Item("Network", "Network/DNS", "string", story.Indicators.Host, ref random)}
        {Item("PortItem", "PortItem/remoteIP", "IP", story.Indicators.Address, ref random)}
        {Item("FileItem", HashTerm(story.Indicators.File), story.Indicators.File.BestName, story.Indicators.File.Best, ref random)}
            </Indicator>
          </definition>
        </ioc>

        """;

    public static string CybOx(StoryFacts story, ref RandomStream random) => string.Create(CultureInfo.InvariantCulture, $"""
        <?xml version="1.0" encoding="utf-8"?>
        <cybox:Observables xmlns:cybox="http://cybox.mitre.org/cybox-2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:DomainNameObj="http://cybox.mitre.org/objects#DomainNameObject-1" xmlns:AddressObj="http://cybox.mitre.org/objects#AddressObject-2"
            xmlns:example="http://example.com/" cybox_major_version="2" cybox_minor_version="1">
          <cybox:Observable id="example:Observable-{SigmaRules.Uuid(ref random)}">
            <cybox:Title>{Escaped(story.Malware)}: host of {Escaped(story.Actor)}</cybox:Title>
            <cybox:Object id="example:Object-{SigmaRules.Uuid(ref random)}">
              <cybox:Properties xsi:type="DomainNameObj:DomainNameObjectType" type="FQDN">
                <DomainNameObj:Value condition="Equals">{Escaped(story.Indicators.Host)}</DomainNameObj:Value>
              </cybox:Properties>
            </cybox:Object>
          </cybox:Observable>
          <cybox:Observable id="example:Observable-{SigmaRules.Uuid(ref random)}">
            <cybox:Object id="example:Object-{SigmaRules.Uuid(ref random)}">
              <cybox:Properties xsi:type="AddressObj:AddressObjectType" category="{(story.Indicators.Address.Contains(':', StringComparison.Ordinal) ? "ipv6-addr" : "ipv4-addr")}">
                <AddressObj:Address_Value condition="Equals">{story.Indicators.Address}</AddressObj:Address_Value>
              </cybox:Properties>
            </cybox:Object>
          </cybox:Observable>
        </cybox:Observables>

        """);

    /// <summary>A text between tags or in an attribute.</summary>
    public static string Escaped(string text) => SecurityElement.Escape(text);

    private static string Item(string document, string search, string type, string value, ref RandomStream random) => $"""
              <IndicatorItem id="{SigmaRules.Uuid(ref random)}" condition="is">
                <Context document="{document}" search="{search}" type="mir" />
                <Content type="{type}">{Escaped(value)}</Content>
              </IndicatorItem>
        """;

    private static string HashTerm(FileHashes file) => file.BestName switch
    {
        "sha256" => "FileItem/Sha256sum",
        "sha1" => "FileItem/Sha1sum",
        _ => "FileItem/Md5sum",
    };

    private static string Moment(StoryFacts story) =>
        StoryFacts.Moment(story.Written).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
