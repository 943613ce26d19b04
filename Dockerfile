# Each command below also runs by itself on a machine with the SDK (CONTRIBUTING.md, "The image").
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY emulator/ emulator/
COPY fixtures/datasets/ fixtures/datasets/
RUN dotnet publish emulator --configuration Release --output /app -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
USER $APP_UID
ENV EMULATOR_URLS=http://0.0.0.0:5010
EXPOSE 5010
HEALTHCHECK --interval=5s --timeout=4s --start-period=2s CMD ["dotnet", "emulator.dll", "health"]
ENTRYPOINT ["dotnet", "emulator.dll"]
