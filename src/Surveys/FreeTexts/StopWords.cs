namespace EventOps.Surveys.FreeTexts;

/// <summary>
/// Words that carry no topic: articles, pronouns, prepositions, particles, auxiliaries, and what any feedback holds.
/// </summary>
internal static class StopWords
{
    public static readonly HashSet<string> German = Words("""
        der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
        ich du er sie es wir ihr man mich dich ihn uns euch mir dir ihm ihnen sich selbst selber
        mein meine meinen meinem meiner dein deine sein seine seinen seinem seiner ihre ihren ihrem ihrer unser unsere unseren
        unserer dieser diese dieses diesen diesem jener jene jenes jeder jede jedes jeden jedem alle alles allen allem aller
        andere anderen anderes welche welcher welches welchen wer was wen wem wessen wo wohin woher wann wie warum weshalb wieso
        wozu wodurch womit und oder aber denn sondern sowie sowohl entweder weder noch als ob wenn weil dass daß damit obwohl
        während bevor nachdem bis falls in im ins an am ans auf aus bei beim mit nach seit von vom zu zum zur vor für gegen ohne
        um durch über unter zwischen hinter neben trotz wegen statt außer ab entlang innerhalb außerhalb ist sind war waren bin
        bist seid gewesen wäre wären sei wird werden wurde wurden würde würden worden geworden hat habe haben hatte hatten hätte
        hätten gehabt hast kann können konnte konnten könnte könnten muss müssen musste mussten müsste soll sollen sollte sollten
        will wollen wollte wollten mag mögen möchte möchten darf dürfen durfte lassen lässt gibt gab geben macht machen gemacht
        fand fanden finde finden gefunden ging gehen geht kommt kommen kam kamen nicht nie niemals nichts niemand kaum ja nein
        doch nur auch schon mal noch immer wieder sehr ganz so zu mehr viel viele vieles vielen wenig wenige weniger etwas einige
        einigen manche mancher manchmal meist meistens oft etwa fast ziemlich recht eher besonders hier da dort dann nun jetzt
        heute gestern morgen bald später früher davon dazu dafür dabei daran darauf daraus darin darüber daher deshalb deswegen
        also jedoch trotzdem außerdem zudem allerdings übrigens eigentlich einfach leider bitte danke vielleicht wohl zwar eben
        halt gar überhaupt sogar gerne gern lieber bereits ebenfalls genauso solche solcher solches insgesamt beziehungsweise bzw
        usw etc zb ca hin her rum mehrere beide beiden erste ersten zwei drei vier fünf
        """);

    public static readonly HashSet<string> English = Words("""
        the a an this that these those some any each every either neither both all such other another
        i you he she it we they me him her us them my your his its our their mine yours ours theirs myself yourself itself
        ourselves who whom whose which what where when why how whether and or but nor so yet if because although though while
        since until unless than as of in on at by for with from to into onto over under about between among through during before
        after above below off out up down against without within along across behind beyond near per via is are was were be been
        being am do does did done doing have has had having will would shall should can could may might must ought get got gets
        getting go goes went gone make makes made let lets not no never none nothing nobody hardly yes only also too just even
        still again already always often sometimes usually once very really quite rather pretty much many more most less least few
        little lot lots enough almost maybe perhaps here there then now today yesterday tomorrow soon later however therefore thus
        otherwise please thanks thank one two three first second own same ever else like well back way isn't aren't wasn't weren't
        don't doesn't didn't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't it's i'm i've i'd we're we've you're
        they're there's that's
        """);

    /// <summary>Of words in both languages ("in", "war", "die") each counts for both; German wins a tie.</summary>
    public static bool IsEnglish(IReadOnlyCollection<string> words) =>
        words.Count(English.Contains) > words.Count(German.Contains);

    private static HashSet<string> Words(string list) =>
        [.. list.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
}
