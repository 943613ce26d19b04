namespace Emulation.Seeding.Format;

/// <summary>The member is written even where it has the value that a reader assumes when it is left out.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class AlwaysWrittenAttribute : Attribute;
