using Compare;

try
{
    var order = Order.Of(args);
    var report = new Report();
    using (var lab = new Lab(order, report))
    {
        foreach (var section in order.Sections) await section.Run(lab);
    }
    Bounds.Judge(report, order.Sections.Count == Section.All.Count);
    if (order.Out is { } file) await File.WriteAllTextAsync(file, Report.Opening(order) + report.Text);
    return 0;
}
catch (BenchError error)
{
    await Console.Error.WriteLineAsync($"bench: {error.Message}");
    return 1;
}
