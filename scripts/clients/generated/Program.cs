using GeneratedClients;

if (args is not [var url])
{
    Console.Error.WriteLine("usage: run URL");
    return 2;
}
using var world = await World.Create(url);
await ControlRun.Drive(world);
await ThreatConnectRun.Drive(world);
await ThreatWindsRun.Drive(world);
await DesoRun.Drive(world);
Console.WriteLine($"{Check.Count} checks passed.");
return 0;
