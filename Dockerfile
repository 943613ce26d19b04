# The native executable in an image without a shell. Each command below also runs by itself on a machine with the SDK (CONTRIBUTING.md, "The image").
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install --yes --no-install-recommends clang zlib1g-dev
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY emulator/ emulator/
COPY fixtures/ fixtures/
COPY scripts/native scripts/native
RUN scripts/native

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
COPY --from=build /src/artifacts/native/ /
USER $APP_UID
ENV EMULATOR_URLS=http://0.0.0.0:5010
EXPOSE 5010
HEALTHCHECK --interval=5s --timeout=4s --start-period=2s CMD ["/emulator", "health"]
ENTRYPOINT ["/emulator"]
