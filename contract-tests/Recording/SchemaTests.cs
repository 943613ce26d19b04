using Emulation.Tests.Generated;

namespace Emulation.Tests.Recordings;

/// <summary>The schemas beside the code are those of the records.</summary>
class SchemaTests
{
    [Test]
    public void The_schema_of_recordings_is_what_the_records_say() =>
        GeneratedText.CompareFile("emulator/Recording/Format/recording.schema.json", RecordingSchema.Text(RecordingSchema.OfRecording()));

    [Test]
    public void The_schema_of_rules_is_what_the_records_say() =>
        GeneratedText.CompareFile("emulator/Recording/Rules/rules.schema.json", RecordingSchema.Text(RecordingSchema.OfRules()));
}
