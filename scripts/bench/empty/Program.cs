// The least that an ASP.NET Core application can be: what start-up is compared with.
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "ready");
app.Run();
