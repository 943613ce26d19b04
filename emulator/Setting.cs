namespace Emulation;

/// <summary>Where a setting comes from; a later one overrides an earlier one.</summary>
enum SettingRank
{
    File,
    AspNetCoreVariable,
    Variable,
    CommandLine,
}

/// <summary>One option as it was given.</summary>
/// <param name="Row">The option.</param>
/// <param name="Value">Its value.</param>
/// <param name="Rank">The kind of source.</param>
/// <param name="Source">The source's name, for errors.</param>
sealed record Setting(OptionRow Row, string Value, SettingRank Rank, string Source);
