namespace Emulation.Graphs.Deso;

/// <summary>
/// The public keys of the first users as constants: as many as small datasets need, so that a start computes none (30 ms, most of it
/// just-in-time compilation of the package). A test compares them with the private keys.
/// </summary>
static class WrittenKeys
{
    /// <summary>Compressed keys, concatenated.</summary>
    private const string Base64 =
        "AjiPu5IYU79JCLiLKCCnwxr169ilU5eLkTruAazfL4dUAiZlhuXj6H2pRVjGEe96NtU8tmNRZXFguqmX5LmWXggc" +
        "A6GOmgpKLdY0/2H16GiyjUpEDrWkUSz6NkXz4b6xg2LrA3Z1pYD4KHbYgGLaFrAbuPL8Ef38OfIAojkhfiBNbaTU" +
        "ArOengNBeECgOyf4o3jyUkFkUqZLYDJGI16cO6IfAeVGAwlojrv0UZrQiWy2/tJTG0LJJYLyAQab4Nf0+Imf3gTj" +
        "AvPruI5eybK/M+dAliJAvPhtuslFyZn7ZLX6f3PKllcsA30a3vRRm55Tmwz8MG4jk7WqasfWmwqJSlyGaPGYJm1F" +
        "Aj7djwuc22x6ybKjiPXCVZn5acIE+y5ntKYYpmK7b4nsAoa7wzzfb2PKJekf4kJandbayDWDqv/YibHTrvehFR0g" +
        "Ap6X2O8gybX9NlabqTH6TOyIW4qETAp4gIlh5DLZJkWpAmTqKMmOW+Mg6geAEok1s7VsvsMcoC6uUeDSnyLVL3M1" +
        "AiKaJOCeOlF/G1//w4REpZKrhvQgXLFMoQFv5dsZpIU4AjIy3sr3epoDqDMfERHi1B8tkXuSYdMipmN+K9riIIRu" +
        "A63SLkiaPvIz6BZ2AUHIFBaVWoIHYI3USAehUeaWRSBiAltJQw9KMFWzZbY/rUvznJRV1K6KKD2cxpTWV2sK+3C+" +
        "A4tJRC4tAN3wvAFeAlCqgj+0JK/RdzBGQaJfIiBst6ZgAqaW74ocMFiu2VV2Nv3qRmDVaiMzy+Nx0dLLP/srofHo" +
        "Ayce0CxrPvvFDU/bD4LWI1JeUYG6R18351sYOrOpRzEfAg9n4Lliqv9i5Jpp5oOWIEyXdQoegsdoJ1d3qPXEjtMM" +
        "A49ehPkn1xmq5N4JeIC3AJgkzInaHKt95+BnFvwlwvVVA5MKhg1igTshO8m+rGh7noangn/lc8W32UafOnVz1n99" +
        "A8ZZix4/XMo4P4VT3b0fRqiSmRuH4oPwHFEQZQx+Ri1AA6OQmTQkM1y3OCapYZ44VrtLzJ/t/q/MaAYqwDGGV2a/" +
        "AqS2s0E8SglP5f+Pu/P/YFnUazq6Y9PZse6ldUA8E8sMA2o0+RAKmISr72pmFAw0r5HyaE4W3ADCLVBBNsXL7fLB" +
        "AiNa/C52exCz50dnXE77y8VTg1flnNY+xY0ibmyE5GGAA17bVf6DGWycWWESPbAnzbr+3c60/6NuDXmxTByyOFNM" +
        "AocdMUWTXEHdcQ5les/nNf3YdhtWOlSXIQy7BAeD9xe1AyywIS0j1X02zYnhQdD4efnFLwRlQPgg+iQOF2dJVoFe" +
        "AjuyYpimTYLbxy76hJ4zM6Zjlxy/pRnkwGsfICtkr1k6Arv1VaIGkkmxA3PZqyezwrzIeDOUU222maX54YVcedJD" +
        "AlTVxVov57H6meFA5esDAN/j5cI42TmvXxsPntXpPwHcA7ko+oxKjR8nCDsnX6wT9mMiH43qdyEuCBjA+vvi3AuR" +
        "A1bbpOF4YLQI96hbVuxgG7fWSSL2Ht8ojNLaC9sozuf0AkzjlVBHkWdAf/aB0pjb1C5Xw2UCbD+lcYbQZ1bOxrwu" +
        "At6AB2W+I4VVVS0GiccNdXhbXhfUelPaWLujRuss/4BwA77gS24RQmfciM7njlev2mU9lfmACix8+VIF4TLpwWda" +
        "AnKvy5j4HkDJpGElLUVRHwyyTmy49AS1/ZrtSsY8pG+UA0tfZKA3mbhFOw3FB4xXJ4X9Ib6x5djCI+/dnbp2ES5A" +
        "AjO8Ui/vXyhIvvU88q7Lur9Ch3p7kNTcMIM4OJ07QijaAieiidrERawWOdZXNLwLWZf429EoNxbidB1xLesw7PtF" +
        "A8BPK8TSb6YP+zPGHdh6boIuEYNWt+ekDwnZCTV9xbG5A1NFG9827W2WOZbtB+6NYNiqI7yjvdCAUm7ki4rRbvHt" +
        "AnhLBwxdZ5grOcreLn95TKplkJS6RHfppymm3tpqheN2Axy26wuTEjv/bPHnu+3gGERokXNMV1hkrOQpdiD5ENYA" +
        "AjCscMGKxoCsaxg2BPoxIS0yGZZ3MR7k2/kcjg90bbz7A4wSCXjMTNaPkScNC7hGK7jCDPTr1sx2PNnT3rDP4nWJ" +
        "A1/dBxey1RRGeFcsf4wDQ6Qm+6l48o0zVC/upWIKSzdvApsmyGiq5OCGDJVrJmZq/yyNJIO8pGGgD4UwPBLY9IBr" +
        "AtRV4yODMAvddnyv8oaz616DRNekaoNACD4x/GlONrMqA5HvGbKazABYIJOLvggBvnf9dWrdKpBggCFAU6V/CcYg" +
        "A8J6Y7YJ9mk+Km8jyb/awY8bSQ+zGcR6J6BatRE6Ke09A9mdenxKZjAPVqvUo1Wvl1i8Ig5aJc759ndN4BFJ5vKP" +
        "A7GCFXglbHfrfDjHGV66Fp3wUaRFeQ1Pa5vvKip6jfHIAzKP/HWnunabkKjkS/4U0NAYfL4jUWypDweysZ2W+n0P" +
        "AurISLMwZxCcwnJV5wiq5gT9qW3OGg/3bOuGxcTj+LXDA00wIUvI8cokmYzElG1rf01H5UEM7blt6xyLO5NVD0Tj" +
        "A1NrVB1oryMUQ2jaqDHSXDQ79ITEjf7POfsJnQeRrEvmAyZmMfXRnFsxWu9j/yqJPE1e8g/fZXoUajefHjwishAP" +
        "AgaUgu/L5dkCCq2zIuQ/tu++OownydMDc6LpSnsf5uCkA4NdZBsLER9gQHjCl15TCzBZDhAerEvr8nUUng+AIchK" +
        "Az2AJeuFOFh14ql+YptQlDQyjhkSinnx5l9AJNL/5GS5A9H37QHjJVFpRoAnripDpPWYFDkj7a7B58nyhNcoRf2T" +
        "Aw8sF5P5i/uxrEuWoMuCI2ClAjtM//T4KDSIqUbqL2/xAxdciYqquTuxiMblNABmj/IogQGqHKUmVbX2opgZ2e8B" +
        "Am9X73WaGBODsDEvDISwSU3b0mak63VuWLArC5qUkv+LAvIUHWalT3+lHfUdRw912170vagTC8TMfpFXkDRZvoLR" +
        "A0tLd/lPZl9z0UudhRFT01kjzZ32N3AEt1nwTMJFHeLbAmXYkV9OIMCQIKXJRtBYJTTIx1eD+qk02lG6dtkp+xZ6" +
        "ApFWXLClAVqYOUt0y31KxaV8BobwRpmtF3KNpIYgX4iGA5tRoF+g6ldHNXf7w71/VFmbcSCDeaPDtK1hk2Qb5gAm" +
        "Anioqyz2T3ujOBWloPRkQRboyxh4RMApJZz/lR6s0WzmAtSZfAFCbDvnjkiZ8Etxa6egW1hUvn3zw4oPL1//VoQi" +
        "AxVvIrtvg1U9a3z5AdjkqykoJKgOPX7I5VpyF88LsXQ2A4GIZX2hfYYuuJZPYLTgpgftUDuTFHF8K4rwZtJTxhdR" +
        "Ax6LOhgOfthGGdl2CQa+8G2eyJW1BV0mWp2SPJbf427cAg4ELdG4McFc18gIz3k/DNkTM1u15v+uZcEtJofVSOpk" +
        "AvY2PKS5jcXlLi+OyXLHYxiSYJA5fRENHMYW3tlN485OAnVD2vPTDZOQ39H/eAKidXUU3u8RAeUm14CO+ZZm1/Dc" +
        "ApQNQ2EdiKoqMGd84cjTzk4yWxfUi2xbxWspPMyOBPHjA8IBiRBwzn3SYCsuG5aME+FJcYcxsd2G62emjVJHzuSj" +
        "AomittDkBnJ+mQDfZ9t7Kjpj7nZ34tNwDXKLeULRbeOaA4fdkp3mRv+DqkrQSc01F3OO4HetTURcM0QMvHI++6gO" +
        "AkmEv1fYi0nA9BO+5PlR2YmwPEyO4VwBHF+S2TIBcBh8A4KIjpfLLZkJMind5eqF2CjsY4c3bTCzAsRaKHQF4yAu" +
        "Aqp4NkR3K/KFjLxI7hyKird6JnQfzpEqLqJ5r69p6VawAxPa58SXucJ9LsXo2lb7NykJg6+wlXlKWKY60anamYGJ" +
        "A1OtYEUc3LmYuSlxuoutqV5iMCfBK3dodaPXRwba+2g+AkQi6ouYAxlBr0PzFXmHrX/ZBCqxmOVt78bkvNuME1Mx" +
        "A6acL+hN0+ombMXWRu5wR1yDHQMCmZQyQKG4WZalTNs4A26H7l/pgAp5oUjgp5AtmYou5issGGFpJyV6NSeJvS1i" +
        "A9EzJAKrRX4y6o5jAq7K4M94iqPAtPPltAcaJi3h+ymVAzXdOHB3V0E3y7reHrQJ2kab/aau4WWlXePvIBlnEx8x" +
        "A3vraZI2qmdO6QuR7cFFg5A7fqJiZBVzqwaYrTIHcUyoAzggLgugsuwEzcYJeGfF+I7wBv77vgdF1YYn9qoTb8NS";

    public static int Count => Base64.Length / 4 * 3 / Base58Check.PublicKeySize;

    public static IReadOnlyList<byte[]> First(int count)
    {
        var bytes = Convert.FromBase64String(Base64);
        var keys = new byte[count][];
        for (var i = 0; i < count; i++) keys[i] = bytes[(i * Base58Check.PublicKeySize)..((i + 1) * Base58Check.PublicKeySize)];
        return keys;
    }
}
