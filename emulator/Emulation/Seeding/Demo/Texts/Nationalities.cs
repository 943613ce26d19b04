namespace Emulation.Seeding.Demo.Texts;

/// <summary>The word for people of a country.</summary>
static class Nationalities
{
    public static string Of(string country) => country switch
    {
        "Argentina" => "Argentine",
        "Australia" => "Australian",
        "Austria" => "Austrian",
        "Belgium" => "Belgian",
        "Brazil" => "Brazilian",
        "Canada" => "Canadian",
        "Chile" => "Chilean",
        "Denmark" => "Danish",
        "Finland" => "Finnish",
        "France" => "French",
        "Germany" => "German",
        "Ireland" => "Irish",
        "Italy" => "Italian",
        "Japan" => "Japanese",
        "Netherlands" => "Dutch",
        "New Zealand" => "New Zealander",
        "Norway" => "Norwegian",
        "Poland" => "Polish",
        "Portugal" => "Portuguese",
        "Singapore" => "Singaporean",
        "Spain" => "Spanish",
        "Sweden" => "Swedish",
        "Switzerland" => "Swiss",
        "United Kingdom" => "British",
        _ => throw new InvalidOperationException($"There is no word for people of {country}."),
    };
}
