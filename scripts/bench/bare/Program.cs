// The limit: Kestrel alone, answering every request with the bytes of one file. Arguments: url, file.
var bytes = await File.ReadAllBytesAsync(args[1]);
var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore().UseUrls(args[0]);
var app = builder.Build();
app.Run(async context =>
{
    context.Response.ContentType = "application/json";
    context.Response.ContentLength = bytes.Length;
    await context.Response.BodyWriter.WriteAsync(bytes);
});
await app.RunAsync();
