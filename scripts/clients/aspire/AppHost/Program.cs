var builder = DistributedApplication.CreateBuilder(args);

// The native executable (scripts/native). With a container engine: builder.AddContainer("emulator", "api-emulator").
var emulator = builder
    .AddExecutable("emulator", "../../../../artifacts/native/emulator", workingDirectory: ".", "--dataset", "docs")
    .WithHttpEndpoint(env: "EMULATOR_PORT", name: "http")
    .WithHttpHealthCheck("/_emulator/health/ready");

// A service of yours gets the address by: .WithEnvironment("ThreatConnect__BaseUrl", emulator.GetEndpoint("http")).WaitFor(emulator)
_ = emulator;

await builder.Build().RunAsync();
