package stet.diff.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.article.ArticleContent;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.diff.Delta;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.diff.PlainDate;
import stet.diff.Revision;
import stet.diff.Texts;
import stet.diff.standard.Differs;
import stet.diff.tell.Summary;
import stet.diff.tell.Telling;

/** The rules on small edits of a made-up story, and the edits at which other programs stumble. */
class LabelRulesTest {
  private static final String REST =
      "The harbour council met on Tuesday evening. Residents of Port Merrow waited outside.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The blast left 12 killed, officials said.|The blast left 47 killed, officials"
            + " said.|number",
        "He was given 3 months in jail.|He was given 30 months in jail.|number",
        "The firm posted a loss.|The firm posted a record profit and denied"
            + " wrongdoing.|negation,death-or-guilt",
        "The report clears the mayor.|The report finds the mayor guilty.|death-or-guilt",
        "The mayor did take the money.|The mayor did not take the money.|negation",
        "The attacker was seen.|The alleged attacker was seen.|hedge",
        "The ferry sank.|The ferry sank, according to witnesses.|attribution",
        "She said “it was a mistake” twice.|She said “it was a misjudgement” twice.|quotation",
        "They met Alan Brook at noon.|They met Alan Marsh at noon.|name",
        "It opens on 12 March next year.|It opens on 14 March next year.|date-time",
        "It opens on Monday.|It opens on Friday.|date-time",
        "The quay is long.|The quay is wide.|wording",
        "Read https://example.org/a today.|Read https://example.org/b today.|link",
        "The quay is long|The quay is long.|typography",
        "The Quay is long.|The quay is long.|typography",
        "Updated 1 hour ago|Updated 2 hours ago|clock",
      })
  void oneEdit(String before, String after, String expected) {
    Set<String> ids = ids(labels(List.of(before, REST), List.of(after, REST)));
    assertThat(ids).contains(expected.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es|El alcalde dijo que sí.|El alcalde negó todo.|negation,attribution",
        "es|El autor huyó.|El presunto autor huyó.|hedge",
        "fr|Le suspect est mort hier.|Le suspect est blessé hier.|death-or-guilt",
        "fr|Il a parlé lundi.|Il a parlé jeudi.|date-time",
        "de|Der Täter floh.|Der mutmaßliche Täter floh.|hedge",
        "de|Er hat das getan.|Er hat das nicht getan.|negation",
        "pt|Ele aceitou a oferta.|Ele não aceitou a oferta.|negation",
        "hi|हादसे में 12 लोग घायल हुए।|हादसे में 47 लोग घायल हुए।|number",
        "hi|उसने पैसे लिए।|उसने पैसे नहीं लिए।|negation",
        "ru|Он взял деньги.|Он не взял деньги.|negation",
        "ja|負傷者は12人だった。|負傷者は47人だった。|number,partly-judged",
      })
  void otherLanguages(String language, String before, String after, String expected) {
    ArticleVersion a = in(language, Texts.version(List.of(before)));
    ArticleVersion b = in(language, Texts.version(List.of(after)));
    assertThat(ids(label(a, b, List.of()))).contains(expected.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|The mayor said that the quay is long.|The mayor denied that the quay is long.",
        "''|Bridge shut after crack.|Bridge open after the repair.",
        "''|MAYOR IS OUT OF OFFICE|MAYOR IS BACK IN OFFICE",
        "und|Ships and boats waited.|Ships and trams waited.",
        "''|Der Hafen ist offen.|Der Hafen ist zu.",
      })
  void aLanguageThatIsNotStatedIsToldByLittleWords(String language, String was, String is) {
    ArticleVersion a = in(language, Texts.version(List.of(was)));
    ArticleVersion b = in(language, Texts.version(List.of(is)));
    assertThat(ids(label(a, b, List.of()))).doesNotContain("partly-judged");
  }

  /** Templates are copied with their tag. */
  @Test
  void aTagThatThePlainTextContradictsIsNotBelieved() {
    String english =
        "The port said that it was shut on Saturday, and that there will be ferries from the quay"
            + " to the island as long as it is not safe to cross on foot or by car. ";
    ArticleVersion a = in("mt", Texts.version(List.of(english, "The quay is long.")));
    ArticleVersion b = in("mt", Texts.version(List.of(english, "The quay is wide.")));
    assertThat(ids(label(a, b, List.of()))).doesNotContain("partly-judged");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ja|会議は18時30分に始まる。|会議は19時30分に始まる。|date-time",
        "ja|会議は18時30分に始まる。|会議は18時45分に始まる。|date-time",
        "ja|令和5年の報告。|令和6年の報告。|date-time",
        "ja|作業は3時間かかる。|作業は5時間かかる。|number",
        "ja|懲役3年の判決。|懲役30年の判決。|number",
        "ja|30人がけがをした。|47人がけがをした。|number",
        "zh|会议5月6日开始。|会议5月8日开始。|date-time",
        "zh|会议8点30分开始。|会议9点30分开始。|date-time",
        "zh|他得了8点。|他得了9点。|number",
        "ko|회의는 18시에 시작한다.|회의는 19시에 시작한다.|date-time",
        "ko|회의는 2023년에 열렸다.|회의는 2024년에 열렸다.|date-time",
        "ko|회의는 5월 6일에 열렸다.|회의는 5월 8일에 열렸다.|date-time",
        "ko|작업은 3시간 걸렸다.|작업은 5시간 걸렸다.|number",
        "th|เริ่มเวลา 18.30 น.|เริ่มเวลา 19.30 น.|date-time",
        "th|ประชุมวันที่ 5 พฤษภาคม|ประชุมวันที่ 6 พฤษภาคม|date-time",
        "th|บาดเจ็บ 12 คน|บาดเจ็บ 47 คน|number",
        "en|It begins at 10am sharp.|It begins at 11am sharp.|date-time",
        "en|It begins at 10.30 pm sharp.|It begins at 11.30 pm sharp.|date-time",
        "en|It rose by 10.30 per cent.|It rose by 11.30 per cent.|number",
        "en|It fell to -5 degrees.|It fell to 5 degrees.|number",
        "de|Es beginnt um 18 Uhr.|Es beginnt um 19 Uhr.|date-time",
        "fr|Début à 18h30 ce soir.|Début à 19h30 ce soir.|date-time",
      })
  void numbersAndTimesAreToldApart(String lang, String before, String after, String expected) {
    ArticleVersion a = in(lang, Texts.version(List.of(before)));
    ArticleVersion b = in(lang, Texts.version(List.of(after)));
    Set<String> told = ids(label(a, b, List.of()));
    told.retainAll(Set.of("number", "date-time"));
    assertThat(told).containsExactly(expected);
  }

  @Test
  void aHeadlineInAnotherOrderChangesNoNumberAndNoName() {
    ArticleVersion a = Texts.version("12 boats of Port Merrow leave as storm nears", List.of(REST));
    ArticleVersion b = Texts.version("Storm nears as 12 boats of Port Merrow leave", List.of(REST));
    assertThat(ids(label(a, b, List.of())))
        .contains("headline")
        .doesNotContain("number", "name", "date-time");
  }

  @Test
  void twoNumbersThatChangedPlacesDidChange() {
    ArticleVersion a = Texts.version("Storm: 12 dead, 47 missing", List.of(REST));
    ArticleVersion b = Texts.version("Storm: 47 dead, 12 missing", List.of(REST));
    assertThat(ids(label(a, b, List.of()))).contains("headline", "number");
  }

  @Test
  void aClockInTheHeadlineTellsLessThanANumberInTheText() {
    ArticleVersion a =
        Texts.version("Live at 10:42: harbour closed", List.of("12 people were hurt.", REST));
    ArticleVersion b =
        Texts.version("Live at 11:05: harbour closed", List.of("47 people were hurt.", REST));
    JudgedRevision judged = JudgedRevision.of(a, b, Differs.standard().diff(a, b));
    List<Label> labels = Differs.labeller().label(judged, List.of());
    assertThat(ids(labels)).contains("headline", "date-time", "number");
    assertThat(Telling.of(judged, labels).excerpt().where()).isEqualTo("paragraph 1");
  }

  @Test
  void datesAreToldAsTheyAreRead() {
    assertThat(PlainDate.way("2024-05-06T09:00Z", "2024-05-06T11:30Z"))
        .isEqualTo("from 09:00 to 11:30 UTC on 6 May 2024");
    assertThat(PlainDate.way("2024-05-06T09:00+05:30", "2024-05-07T11:30+05:30"))
        .isEqualTo("from 6 May 2024, 09:00 to 7 May 2024, 11:30 UTC+05:30");
    assertThat(PlainDate.way("2024-05-06T09:00", "2024-05-06T11:30-04:00"))
        .isEqualTo("from 6 May 2024, 09:00 to 6 May 2024, 11:30 UTC-04:00");
    assertThat(PlainDate.way("2024-05-06T09:00:10Z", "2024-05-06T09:00:50Z"))
        .isEqualTo("from 6 May 2024, 09:00 to 6 May 2024, 09:00 UTC");
    assertThat(PlainDate.way("2024-05-06", "2024-05-06T11:30"))
        .isEqualTo("from 6 May 2024 to 6 May 2024, 11:30");
    assertThat(PlainDate.of("2024-05")).isEqualTo("May 2024");
    assertThat(PlainDate.of("2024")).isEqualTo("2024");
  }

  @Test
  void timesThatThePageKeepsAreCosmetic() {
    List<Label> labels =
        labels(List.of("Updated 1 hour ago", REST), List.of("Updated 2 hours ago", REST));
    assertThat(labels.get(0).kind()).isEqualTo(Kind.COSMETIC);
    labels = labels(List.of("12 comments", REST), List.of("15 comments", REST));
    assertThat(labels.get(0).kind()).isEqualTo(Kind.COSMETIC);
    labels = labels(List.of("12 people were hurt.", REST), List.of("15 people were hurt.", REST));
    assertThat(labels.get(0).kind()).isEqualTo(Kind.NO_UPDATE_TIME);
  }

  @Test
  void aFullStopThatComesAndGoesIsCosmeticAndOscillates() {
    ArticleVersion with = Texts.version(List.of("The quay is long.", REST));
    ArticleVersion without = Texts.version(List.of("The quay is long", REST));
    List<Label> labels = label(with, without, List.of(with, without));
    assertThat(labels.get(0).kind()).isEqualTo(Kind.COSMETIC);
    assertThat(ids(labels)).contains("revert", "oscillation", "typography");
  }

  @Test
  void aReturnNamesTheVersion() {
    ArticleVersion one = Texts.version(List.of("The quay is long.", REST));
    ArticleVersion two = Texts.version(List.of("The quay is closed.", REST));
    List<Label> labels = label(two, one, List.of(one));
    assertThat(labels).contains(new Label(Kind.REVERT, "text of version 1"));
    assertThat(labels.get(0).kind()).isEqualTo(Kind.NO_UPDATE_TIME);
  }

  @Test
  void aHeadlineAloneIsAnEdit() {
    List<StatedDate> dates = List.of(updated(9));
    ArticleVersion a = Texts.version("Council clears mayor", List.of(REST), List.of(), dates);
    ArticleVersion b = Texts.version("Council finds mayor guilty", List.of(REST), List.of(), dates);
    List<Label> labels = label(a, b, List.of());
    assertThat(labels.get(0).kind()).isEqualTo(Kind.SILENT);
    assertThat(ids(labels)).contains("headline", "death-or-guilt").doesNotContain("lede");
    Telling telling = Telling.of(JudgedRevision.of(a, b, Differs.standard().diff(a, b)), labels);
    assertThat(telling.excerpt().where()).isEqualTo("the headline");
  }

  @Test
  void disclosureFollowsTheGlossary() {
    List<String> old = List.of("Some 150 people came.", REST);
    List<String> now = List.of("Some 129 people came.", REST);
    ArticleVersion before = Texts.version("Ferry", old, List.of(), List.of(updated(9)));
    assertThat(first(before, Texts.version("Ferry", now, List.of(), List.of(updated(9)))))
        .isEqualTo(Kind.SILENT);
    assertThat(first(before, Texts.version("Ferry", now, List.of(), List.of(updated(11)))))
        .isEqualTo(Kind.STAMPED);
    assertThat(first(before, Texts.version("Ferry", old, List.of(), List.of(updated(11)))))
        .isEqualTo(Kind.RESTAMPED);
    Notice notice =
        new Notice(
            Notice.Kind.CORRECTION, "Correction: 129 people came, not 150 as first stated.", null);
    ArticleVersion noticed = Texts.version("Ferry", now, List.of(notice), List.of(updated(11)));
    List<Label> labels = label(before, noticed, List.of());
    assertThat(labels.get(0).kind()).isEqualTo(Kind.NOTICED);
    assertThat(ids(labels)).contains("correction", "acknowledged");
    assertThat(ids(label(noticed, before, List.of()))).contains("un-noticed");
  }

  @Test
  void aNoticeAboutSomethingElseIsUnexplained() {
    Notice notice = new Notice(Notice.Kind.UPDATE, "Update: a video was added.", null);
    ArticleVersion before = Texts.version("Ferry", List.of("Some 150 came."), List.of(), List.of());
    ArticleVersion after =
        Texts.version("Ferry", List.of("Some 129 came."), List.of(notice), List.of());
    assertThat(ids(label(before, after, List.of()))).contains("noticed", "unexplained");
  }

  @Test
  void aMovedPublicationDateStandsOut() {
    ArticleVersion before = Texts.version("Ferry", List.of(REST), List.of(), List.of(published(9)));
    ArticleVersion after = Texts.version("Ferry", List.of(REST), List.of(), List.of(published(3)));
    assertThat(ids(label(before, after, List.of()))).contains("restamped", "backdated");
    assertThat(ids(label(after, before, List.of()))).contains("restamped", "postdated");
  }

  @Test
  void theSummarySpeaksPlainly() {
    ArticleVersion before =
        Texts.version(
            "Ferry runs again",
            List.of("The ferry runs.", "Some 150 people came.", REST),
            List.of(),
            List.of(updated(9)));
    ArticleVersion after =
        Texts.version(
            "Ferry is late",
            List.of(
                "The ferry runs.",
                "129 people came.",
                REST,
                "The next crossing leaves in spring, weather allowing.",
                "Tickets cost nothing on the first day."),
            List.of(),
            List.of(updated(9)));
    Revision revision = Differs.standard().diff(before, after);
    JudgedRevision judged = JudgedRevision.of(before, after, revision);
    Summary summary = Summary.of(judged, Differs.labeller().label(judged, List.of()));
    assertThat(summary.text())
        .isEqualTo(
            "Headline changed: ‘runs again’ became ‘is late’. ‘Some 150’ became ‘129’ in paragraph"
                + " 2. Two paragraphs added at the end. The ‘Updated’ time did not move.");
  }

  @Test
  void aNumberTellsMoreThanAWordOfAttributionThatHedgesToo() {
    ArticleVersion before =
        Texts.version(List.of("The ledger shows 31 payments to the yard.", "It was closed.", REST));
    ArticleVersion after =
        Texts.version(
            List.of(
                "The ledger shows 22 payments to the yard.",
                "It was, officials said, allegedly closed.",
                REST));
    JudgedRevision judged =
        JudgedRevision.of(before, after, Differs.standard().diff(before, after));
    Telling telling = Telling.of(judged, Differs.labeller().label(judged, List.of()));
    assertThat(telling.excerpt().where()).isEqualTo("paragraph 1");
    assertThat(telling.terms()).extracting(Telling.Term::id).contains("number");
  }

  @Test
  void anUpdateTimeThatAppearsIsToldInGoodEnglish() {
    ArticleVersion before = Texts.version("Ferry", List.of(REST), List.of(), List.of());
    ArticleVersion after = Texts.version("Ferry", List.of(REST), List.of(), List.of(updated(9)));
    JudgedRevision judged =
        JudgedRevision.of(before, after, Differs.standard().diff(before, after));
    Summary summary = Summary.of(judged, Differs.labeller().label(judged, List.of()));
    assertThat(summary.text()).startsWith("An ‘Updated’ time appeared: ");
  }

  @Test
  void theScoreIsTheSumOfItsTerms() {
    List<String> old = List.of("Some 150 people came.", REST);
    List<String> now = List.of("Some 129 people came.", REST);
    ArticleVersion before = Texts.version(old);
    ArticleVersion after = Texts.version(now);
    Revision revision = Differs.standard().diff(before, after);
    JudgedRevision judged = JudgedRevision.of(before, after, revision);
    Telling telling = Telling.of(judged, Differs.labeller().label(judged, List.of()));
    assertThat(telling.score())
        .isEqualTo(telling.terms().stream().mapToInt(Telling.Term::points).sum())
        .isPositive();
    assertThat(telling.excerpt().deltas())
        .containsExactly(
            Delta.kept("Some "),
            Delta.deleted("150"),
            Delta.inserted("129"),
            Delta.kept(" people came."));
  }

  @Test
  void everyLanguageHasEveryList() {
    assertThat(WordLists.languages()).contains("en", "es", "fr", "de", "pt", "hi");
    for (String language : WordLists.languages()) {
      for (WordLists.Name name : WordLists.Name.values()) {
        assertThat(WordLists.of(language).orElseThrow().get(name)).as(language + name).isNotEmpty();
      }
    }
  }

  private static Kind first(ArticleVersion before, ArticleVersion after) {
    return label(before, after, List.of()).get(0).kind();
  }

  private static List<Label> labels(List<String> before, List<String> after) {
    return label(Texts.version(before), Texts.version(after), List.of());
  }

  private static List<Label> label(
      ArticleVersion before, ArticleVersion after, List<ArticleVersion> earlier) {
    Revision revision = Differs.standard().diff(before, after);
    return Differs.labeller().label(JudgedRevision.of(before, after, revision), earlier);
  }

  private static Set<String> ids(List<Label> labels) {
    assertThat(labels.stream().filter(l -> l.kind().family() == Label.Family.DISCLOSURE))
        .hasSize(1)
        .containsExactly(labels.get(0));
    return labels.stream().map(l -> l.kind().id()).collect(Collectors.toSet());
  }

  private static StatedDate updated(int hour) {
    return date(StatedDate.Role.UPDATED, hour);
  }

  private static StatedDate published(int hour) {
    return date(StatedDate.Role.PUBLISHED, hour);
  }

  private static StatedDate date(StatedDate.Role role, int hour) {
    return new StatedDate(
        role,
        hour + ":00",
        LocalDateTime.of(2024, 5, 6, hour, 0),
        ZoneOffset.UTC,
        StatedDate.Precision.MINUTE,
        "test",
        "written");
  }

  private static ArticleVersion in(String language, ArticleVersion v) {
    return new ArticleVersion(
        v.head(), v.content(), v.statements(), language, v.canonicalUrl(), v.extractor());
  }

  private static String summary(ArticleVersion before, ArticleVersion after) {
    JudgedRevision judged =
        JudgedRevision.of(before, after, Differs.standard().diff(before, after));
    return Summary.of(judged, Differs.labeller().label(judged, List.of())).text();
  }

  @Test
  void whatCameAloneIsQuoted() {
    ArticleVersion before = Texts.version(List.of(REST));

    assertThat(summary(before, Texts.version(List.of(REST, "Divers found the anchor."))))
        .startsWith("One paragraph added at the end: ‘Divers found the anchor.’ No update time");
    assertThat(summary(before, Texts.version(List.of(REST, "Divers came.", "They left."))))
        .startsWith("Two paragraphs added at the end.");
  }

  @Test
  void partsOfAListAreCalledSo() {
    Block rest = new Block.Paragraph(REST);
    Block.ListItem one = new Block.ListItem("Bring a lamp", 1, false);
    Block.ListItem two = new Block.ListItem("Bring a rope", 1, false);

    assertThat(summary(blocks(rest), blocks(rest, one, two)))
        .startsWith("Two list items added at the end.");
    assertThat(summary(blocks(rest), blocks(new Block.Subhead("What to bring", 2), rest)))
        .startsWith("One subhead added at the start: ‘What to bring’.");
    assertThat(summary(blocks(rest, one), blocks(rest)))
        .startsWith("One list item removed: ‘Bring a lamp’.");
    assertThat(summary(blocks(rest), blocks(rest, one, new Block.Paragraph("Doors open at 9."))))
        .startsWith("Two paragraphs added at the end.");
  }

  private static ArticleVersion blocks(Block... body) {
    ArticleVersion plain = Texts.version(List.of(REST));
    return new ArticleVersion(
        plain.head(),
        ArticleContent.of(List.of(body)),
        plain.statements(),
        plain.language(),
        plain.canonicalUrl(),
        plain.extractor());
  }

  @Test
  void wordsInPlaceOfAMarkWereAdded() {
    assertThat(
            summary(
                Texts.version(List.of("The ferry ran late:", REST)),
                Texts.version(List.of("The ferry ran late and nobody was told why", REST))))
        .startsWith("‘and nobody was told why’ was added in paragraph 1.");
  }
}
