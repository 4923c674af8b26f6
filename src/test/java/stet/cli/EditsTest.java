package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.HandClock;
import stet.cli.console.ExitCode;

class EditsTest {
  private static final String LAST = "--since last";

  @TempDir Path dir;
  private Path home;
  private final HandClock clock = new HandClock(Instant.parse("2026-04-02T09:00:00Z"));

  private void page(String story, String time, String headline, String cost) throws IOException {
    Path folder = Files.createDirectories(dir.resolve("set/courier").resolve(story));
    String text =
        "<!doctype html><html lang=en><title>"
            + headline
            + "</title><article><h1>"
            + headline
            + "</h1><p>The harbour bridge of fictional Port Alder was shut on Saturday, said a clerk of "
            + story
            + ".</p><p>It cost "
            + cost
            + " million, and ferries will run every ten minutes from dawn.</p></article></html>";
    Files.writeString(folder.resolve(time + ".html"), text);
  }

  private void take() {
    assertThat(Cli.run(clock, "import", "--home", home, dir.resolve("set")).code()).isZero();
  }

  @BeforeEach
  void collect() throws IOException {
    home = dir.resolve("home");
    page("one", "001__2026-04-01T06-00-00Z", "Bridge shut", "4");
    page("one", "002__2026-04-01T12-00-00Z", "Bridge shut", "5");
    page("one", "003__2026-04-02T08-00-00Z", "Bridge is shut for good", "5");
    page("two", "001__2026-03-30T06-00-00Z", "Ferry late", "7");
    page("two", "002__2026-03-31T06-00-00Z", "Ferry late", "8");
    take();
  }

  private Cli.Result edits(String arguments) {
    List<Object> words = new ArrayList<>(List.of("edits", "--home", home));
    Stream.of(arguments.split(" ")).filter(w -> !w.isEmpty()).forEach(words::add);
    return Cli.run(clock, words.toArray());
  }

  @Test
  void theNewestStandFirstEachInALine() {
    Cli.Result all = edits("");
    assertThat(all.code()).isZero();
    assertThat(all.out().lines()).hasSize(3);
    assertThat(all.out().lines().findFirst().orElseThrow())
        .isEqualTo(
            "2026-04-01 12:00 – 2026-04-02 08:00  courier  Bridge is shut for good  no-update-time,"
                + " headline, wording  Bridge {+is +}shut{+ for good+}");
    assertThat(all.out()).contains("It cost [-4-]{+5+} million", "It cost [-7-]{+8+} million");
    assertThat(all.err()).contains("3 edits; times are UTC; cosmetic ones are left out");
  }

  @ParameterizedTest
  @CsvSource({
    "--since yesterday, 2",
    "--since today, 1",
    "--until yesterday, 2",
    "--until 2026-03-31, 1",
    "--since 2026-04-01T12:00:00Z --until 2026-04-01T12:00:01Z, 1",
    "--since 22h, 2",
    "--kind number, 2",
    "'--kind headline,number', 3",
    "--label silent, 0",
    "--label no-update-time, 3",
    "--match GOOD, 1",
    "--match “good”, 1",
    "--match 8, 1",
    "--match harbour, 0",
    "--words 3, 1",
    "--outlet courier, 3",
    "--language en, 3",
    "--language de, 0",
    "--most 2, 2",
  })
  void chooses(String arguments, int lines) {
    Cli.Result some = edits(arguments);
    assertThat(some.code()).as(some.err()).isZero();
    assertThat(some.out().lines()).hasSize(lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--label slient | --label 'slient' is none of silent, |the nearest is 'silent'",
        "--kind nmber | --kind 'nmber' is none of |the nearest is 'number'",
        "--kind silent | --kind 'silent' is none of |it is one of --label",
        "--outlet courir | --outlet 'courir' has no article here |the nearest is 'courier'",
        "--since lst | --since 'lst' is no day such as 2026-11-20, 'today', |or 'last'",
        "--until last | --until 'last' is no day such as |",
        "--most 0 | --most '0' is less than 1|",
        "--words -1 | --words '-1' is less than 0|",
        "--words x | for option '--words': 'x' is not an int|",
        "--match ... | --match '...' has no word to look for|",
        "--language 17 | --language '17' is no language such as en|",
        "--format txt | for option '--format': 'txt' is none of text, md, csv|",
        "--full --json | --full goes without --json|",
        "--json --format csv | --json goes without --format|",
        "--before 7 | --before '7' is no place|",
      })
  void whatIsWrongIsSaidInOneLine(String arguments, String what, String more) {
    Cli.Result result = edits(arguments);
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).singleElement().asString().contains(what.strip());
    assertThat(result.err()).contains(more == null ? "" : more);
  }

  @Test
  void goesOnWhereItEnded() {
    Cli.Result first = edits("--most 2 --json");
    assertThat(first.out().lines()).hasSize(3);
    String next = first.out().lines().toList().get(2);
    String place = next.replaceFirst(".*\"next\":\"([^\"]*)\".*", "$1");
    assertThat(first.err()).contains("there are more: go on with --before " + place);
    Cli.Result rest = edits("--most 2 --before " + place);
    assertThat(rest.out().lines()).singleElement().asString().contains("Ferry late");
    assertThat(rest.err()).doesNotContain("there are more");
  }

  @Test
  void daysBeginInTheZoneOfTheSetting() {
    assertThat(Cli.run("config", "--home", home, "report.zone", "Asia/Tokyo").code()).isZero();
    assertThat(edits("--since 2026-04-01 --until 2026-04-01").out().lines())
        .singleElement()
        .asString()
        .startsWith("2026-04-01 15:00 – 21:00");
    assertThat(edits("").err()).contains("times are Asia/Tokyo");
  }

  @Test
  void aTableHasNothingThatASpreadsheetRuns() throws IOException {
    page("two", "003__2026-04-02T07-00-00Z", "=HYPERLINK(\"https://x.example\")", "8");
    take();
    Cli.Result csv = edits("--format csv --most 2");
    assertThat(csv.out()).startsWith("place,not_before,not_after,outlet,article,uri,version,");
    assertThat(csv.out()).contains("\"'=HYPERLINK(\"\"https://x.example\"\")\"");
    assertThat(csv.out().split("\r\n")).hasSize(3);
  }

  @Test
  void markdownHasNoMarkupOfThePage() throws IOException {
    page("two", "003__2026-04-02T08-30-00Z", "A *bold* [link](javascript:1) &lt;img&gt;", "8");
    take();
    assertThat(edits("--format md --most 1").out())
        .startsWith("- A \\*bold\\* \\[link\\]\\(javascript\\:1\\) \\<img\\>, courier, 2026-03-31")
        .contains("~~Ferry late~~**A \\*bold\\*");
  }

  @Test
  void allWordsStandBelow() {
    assertThat(edits("--full --most 1").out())
        .contains("version 2 (last seen 2026-04-01 12:00:00)")
        .contains("headline: Bridge {+is +}shut{+ for good+}");
  }

  @Test
  void theFirstLookIsOfTheLastDayAndTheNextOfWhatCameSince() throws IOException {
    Cli.Result first = edits(LAST);
    assertThat(first.out().lines()).hasSize(2);
    assertThat(first.err()).contains("this is your first look here");
    clock.pass(Duration.ofMinutes(30));
    Cli.Result none = edits(LAST);
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("there is no such edit").doesNotContain("first look");
    page("two", "003__2026-04-02T09-45-00Z", "Ferry late", "9");
    clock.pass(Duration.ofMinutes(30));
    take();
    assertThat(edits(LAST).out().lines()).singleElement().asString().contains("[-8-]{+9+}");
    assertThat(edits(LAST).out()).isEmpty();
  }

  /** Captures that were made before the last look, and came after it. */
  @Test
  void whatComesLateIsToldOfOnce() throws IOException {
    edits(LAST);
    page("two", "003__2026-04-01T05-00-00Z", "Ferry late", "9");
    page("one", "004__2026-04-01T06-30-00Z", "Bridge shut", "4");
    take();
    clock.pass(Duration.ofMinutes(1));
    Cli.Result late = edits(LAST);
    assertThat(late.err()).contains("articles that got older captures since your last look: 2;");
    assertThat(late.out())
        .contains("older, of articles that got older captures since your last look:")
        .contains("[-8-]{+9+}")
        .contains("2026-04-01 06:30 – 12:00")
        .doesNotContain("{+is", "[-7-]{+8+}");
    clock.pass(Duration.ofMinutes(1));
    assertThat(edits(LAST).out()).isEmpty();
  }

  @Test
  void afterARebuildItSaysWhatItCannotTell() {
    edits(LAST);
    assertThat(Cli.run(clock, "rebuild", "--home", home).code()).isZero();
    assertThat(edits(LAST).err()).contains("the database was made anew since your last look");
    assertThat(edits(LAST).err()).doesNotContain("made anew");
  }

  @Test
  void aLookThatWasCutShortIsNotRemembered() {
    Cli.Result cut = edits(LAST + " --most 1");
    assertThat(cut.out().lines()).hasSize(1);
    assertThat(cut.err()).contains("this look is not remembered");
    assertThat(edits(LAST).err()).contains("this is your first look here");
  }

  /** A full disk, or a reader that went away: what was not read is shown again. */
  @Test
  void aLookThatCouldNotBeWrittenIsNotRemembered() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left on device");
          }
        };
    Main.run(
        InputStream.nullInputStream(),
        full,
        OutputStream.nullOutputStream(),
        clock,
        false,
        false,
        "edits",
        "--home",
        home.toString(),
        "--since",
        "last");
    assertThat(edits(LAST).err()).contains("this is your first look here");
  }

  @Test
  void withoutACollectionOrAnArticleItSaysSo() {
    assertThat(Cli.run(Clock.systemUTC(), "edits", "--home", dir.resolve("none")).code())
        .isEqualTo(ExitCode.NO_COLLECTION);
    Path empty = dir.resolve("empty");
    assertThat(Cli.run("init", "--home", empty).code()).isZero();
    Cli.Result none = Cli.run("edits", "--home", empty);
    assertThat(none.code()).isZero();
    assertThat(none.err()).contains("there is no article yet, 'stet track URL' adds one");
  }
}
