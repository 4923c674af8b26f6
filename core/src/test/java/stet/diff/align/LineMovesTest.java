package stet.diff.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.article.ArticleVersion;
import stet.diff.Counts;
import stet.diff.Delta;
import stet.diff.Differ;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.diff.Texts;
import stet.diff.VersionTexts;
import stet.diff.judge.Revisions;
import stet.diff.standard.Differs;

/** Short lines that changed places: entries of lists, headings, small paragraphs. All made up. */
class LineMovesTest {
  private static final String HEAD =
      "The harbour board of Port Ellery voted to close the swing bridge to lorries.";

  private final Differ differ = Differs.standard();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        // What it is | old list | new list | what moved
        "last to first|Lorries are banned;Coaches before nine;Bicycles may cross"
            + "|Bicycles may cross;Lorries are banned;Coaches before nine|Bicycles may cross",
        "first to last|Bring a coat;Gates open at noon;No dogs are allowed"
            + "|Gates open at noon;No dogs are allowed;Bring a coat|Bring a coat",
        "down by one|One pound of flour;Two fresh eggs;Half a cup of milk;Salt and pepper"
            + "|One pound of flour;Half a cup of milk;Two fresh eggs;Salt and pepper"
            + "|Two fresh eggs",
        "two entries|Rain in Lund;Snow in Arvik;Sun in Melby;Fog in Tarn;Hail in Osby"
            + "|Sun in Melby;Snow in Arvik;Fog in Tarn;Hail in Osby;Rain in Lund"
            + "|Sun in Melby;Rain in Lund",
        "a heading with its date|What we know;The ferry ran aground at dawn off the northern pier;"
            + "Port Ellery, 4 May;Tickets are refunded at the counter by the gate on any day"
            + "|Port Ellery, 4 May;What we know;"
            + "The ferry ran aground at dawn off the northern pier;"
            + "Tickets are refunded at the counter by the gate on any day|Port Ellery, 4 May",
        "another paragraph is new|Call the harbour office;Write to us;Visit the quay"
            + "|Visit the quay;Call the harbour office;Write to us;The office is shut on Sundays"
            + "|Visit the quay",
        "German|Lastwagen bleiben verboten;Busse dürfen früh fahren;Räder dürfen immer fahren"
            + "|Räder dürfen immer fahren;Lastwagen bleiben verboten;Busse dürfen früh fahren"
            + "|Räder dürfen immer fahren",
        "Japanese|橋は閉鎖される;船は正午に出る;会議は六月に開く|会議は六月に開く;橋は閉鎖される;船は正午に出る" + "|会議は六月に開く",
        "Arabic|الجسر مغلق اليوم;العبارة تبحر ظهرا;المجلس يجتمع غدا"
            + "|المجلس يجتمع غدا;الجسر مغلق اليوم;العبارة تبحر ظهرا|المجلس يجتمع غدا",
        "an entry of one word goes with its neighbour|Lund;Ferry at noon;Arvik bus station;"
            + "Trains every half hour until eleven at night;Taxis wait at the quay all day long"
            + "|Trains every half hour until eleven at night;"
            + "Taxis wait at the quay all day long;Lund;Ferry at noon;Arvik bus station"
            + "|Lund;Ferry at noon;Arvik bus station",
      })
  void aLineOfThreeWordsOrMoreHasMoved(String what, String old, String fresh, String moved) {
    Revision revision = revision(old, fresh);
    assertThat(texts(revision, Hunk.Moved.class)).isEqualTo(List.of(moved.split(";")));
    assertThat(texts(revision, Hunk.Deleted.class)).isEmpty();
    assertThat(revision.counts().deleted()).isZero();
    assertThat(deltas(revision, Delta.Kind.DELETED)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "two words are chance|Line A;Line B;Line C|Line C;Line A;Line B",
        "marks are no words|- - -;Ferry at noon;Bus at ten|Ferry at noon;Bus at ten;- - -",
        "it stands twice|No live firing;Range closed today;No live firing;9 May"
            + "|Range closed today;9 May;No live firing;No live firing",
      })
  void whatMayBeChanceHasNot(String what, String old, String fresh) {
    assertThat(texts(revision(old, fresh), Hunk.Moved.class)).isEmpty();
  }

  /** Whatever else is done, these words are not struck at one place and new at another. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "taken into another paragraph|Bar the Old Mariner;Tickets cost four pounds.;The quay is"
            + " open.|Tickets cost four pounds.;The quay is open. Bar the Old Mariner|Bar the Old"
            + " Mariner",
        "out of another paragraph|Meet at Salinas bridge (Ellery) tonight.;Tickets cost four"
            + " pounds.|Tickets cost four pounds.;Salinas bridge (Ellery)|Salinas bridge (Ellery)",
        "copies of a longer one|The range is closed to walkers.;Monday;The range is closed to"
            + " walkers.;Tuesday;Wardens stand at both gates until dusk on each of these days."
            + "|Wardens stand at both gates until dusk on each of these days.;Monday;The range is"
            + " closed to walkers.;The range is closed to walkers.;Tuesday"
            + "|The range is closed to walkers.",
        "a quotation|„Wir fangen neu an“;Der Rat tagt wieder im Juni in der Halle am Hafen."
            + "|Der Rat tagt wieder im Juni in der Halle am Hafen.;„Wir fangen neu an“"
            + "|„Wir fangen neu an“",
      })
  void whatStandsAgainIsNotStruck(String what, String old, String fresh, String words) {
    Revision revision = revision(old, fresh);
    assertThat(deltas(revision, Delta.Kind.DELETED)).noneMatch(d -> d.contains(words));
    assertThat(deltas(revision, Delta.Kind.INSERTED)).noneMatch(d -> d.contains(words));
  }

  /** A line at the end that both share keeps its copy from being the only one. */
  @Test
  void whatBothEndsShareCountsAsACopy() {
    String old = "No live firing;Range closed today;Wardens at both gates;x y z;No live firing";
    String fresh = "Range closed today;Wardens at both gates;No live firing;a b c;No live firing";
    assertThat(texts(revision(old, fresh), Hunk.Moved.class)).isEmpty();
  }

  @Test
  void aListItemThatChangedPlacesIsOneMove() {
    Path folder = Path.of("../shared/cases/versions/36-list-reorder");
    assumeTrue(Files.isDirectory(folder), "the case is not here: " + folder);
    List<ArticleVersion> versions = new VersionTexts().versions(folder);
    Revision revision = differ.diff(versions.get(0), versions.get(1));
    assertThat(texts(revision, Hunk.Moved.class)).containsExactly("Bicycles may always cross");
    assertThat(revision.counts()).isEqualTo(new Counts(0, 0, 4, revision.counts().kept()));
  }

  private Revision revision(String old, String fresh) {
    String last = "A second vote was put off until the summer.";
    return differ.diff(
        Texts.version(List.of((HEAD + ";" + old + ";" + last).split(";"))),
        Texts.version(List.of((HEAD + ";" + fresh + ";" + last).split(";"))));
  }

  private static List<String> texts(Revision revision, Class<? extends Hunk> kind) {
    return revision.hunks().stream()
        .filter(kind::isInstance)
        .map(
            h ->
                h instanceof Hunk.Deleted
                    ? Revisions.beforeText(h.deltas())
                    : Revisions.afterText(h.deltas()))
        .toList();
  }

  private static List<String> deltas(Revision revision, Delta.Kind kind) {
    return revision.hunks().stream()
        .flatMap(h -> h.deltas().stream())
        .filter(d -> d.kind() == kind)
        .map(d -> d.before() + d.after())
        .collect(Collectors.toList());
  }
}
