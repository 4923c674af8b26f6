package stet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.parser.Parser;
import stet.ParquetFile;

/**
 * Three fictional stories that say what they should not: one in a passage, one in a version, one in
 * all of it. And a search for that which looks into everything.
 */
final class WithheldStories {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC);

  static final String PASSAGE =
      "Quillfeather swore that the lanterns of the pilot house were never lit";
  static final String VERSION = "Brambleton signed for eleven crates of saffron that night";
  static final String ARTICLE = "Tamsin Oldacre keeps a goat on the roof of the customs house";
  private static final List<String> ALL = List.of(PASSAGE, VERSION, ARTICLE);

  private final Path dir;

  private WithheldStories(Path dir) {
    this.dir = dir;
  }

  static WithheldStories in(Path dir) throws IOException {
    WithheldStories stories = new WithheldStories(dir);
    String other = "Ferries will run every ten minutes from dawn, the harbour master said.";
    stories.write(
        1,
        1,
        "<p><b>Quillfeather</b> swore that the lanterns&nbsp;of the pilot house were never lit, said"
            + " the clerk.</p>");
    stories.write(1, 2, "<p>" + PASSAGE + ". So did the mate.</p>");
    stories.write(1, 3, "<p>" + other + "</p>");
    stories.write(2, 1, "<p>" + other + "</p>");
    stories.write(2, 2, "<p>" + VERSION + ", the ledger shows.</p>");
    stories.write(2, 3, "<p>" + other + " None was late by more than an hour on Sunday.</p>");
    stories.write(3, 1, "<p>" + ARTICLE + ", neighbours say.</p>");
    stories.write(3, 2, "<p>" + ARTICLE + ", neighbours say. It is brown and has one horn.</p>");
    stories.write(4, 1, "<p>" + other + "</p>");
    stories.write(4, 2, "<p>" + other + " The last one leaves at noon, he added later.</p>");
    assertThat(Cli.run(CLOCK, "import", "--home", stories.home(), dir.resolve("set")).code())
        .isZero();
    return stories;
  }

  private void write(int story, int capture, String more) throws IOException {
    Path folder = Files.createDirectories(dir.resolve("set/courier/story-" + story));
    String first =
        "<p>The harbour bridge number " + story + " was shut on Saturday, the port said.</p>";
    String told = org.jsoup.Jsoup.parse(more).text();
    List<String> lines =
        List.of(
            "<!doctype html><html lang=en><title>Bridge " + story + "</title>",
            "<meta name=description content=\"" + told + "\"><article>",
            "<h1>Bridge " + story + " of fictional Port Alder shut after a crack was found</h1>",
            first,
            "<p>Inspectors found a crack in pylon " + story + " and closed it at once.</p>",
            more,
            "</article></html>");
    Files.write(
        folder.resolve("00" + capture + "__2026-04-01T0" + capture + "-00-00Z.html"), lines);
  }

  Path home() {
    return dir.resolve("home");
  }

  Cli.Result run(String... args) {
    return Cli.in(home(), CLOCK, args);
  }

  void withholdAll() throws IOException {
    // What is looked for must be findable.
    assertThat(hits(home())).hasSizeGreaterThan(3);
    assertThat(hits(run("show", "story-1@1").out())).containsExactly(PASSAGE);
    assertThat(run("notes", "add", "story-1@3", "was it " + PASSAGE + "?").code()).isZero();
    done("withhold", "story-1", PASSAGE, "--reason", "court-order", "--note", "file 12");
    done("withhold", "story-2@2", "--reason", "privacy");
    done("withhold", "story-3", "--reason", "mistake");
  }

  void done(String... args) {
    Cli.Result result = run(args);
    assertThat(result.code()).as(result.err()).isZero();
  }

  /** Which of the three stand in a text, however it is written. */
  List<String> hits(String text) {
    return hits(letters(text), letters(text.replaceAll("<[^<>]*>", "")));
  }

  private static List<String> hits(String... texts) {
    return ALL.stream()
        .filter(secret -> Stream.of(texts).anyMatch(t -> t.contains(letters(secret))))
        .toList();
  }

  private static String letters(String text) {
    String plain = Parser.unescapeEntities(text, false).replaceAll("\\\\[nrt\"/]", " ");
    return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
  }

  /**
   * The files of a folder, or the file, in which any of the three stands; what is packed is
   * unpacked.
   */
  List<String> hits(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      for (byte[] bytes : unpacked(Files.readAllBytes(file))) {
        hits(new String(bytes, UTF_8)).forEach(h -> found.add(folder.relativize(file) + ": " + h));
      }
    }
    return found;
  }

  static List<byte[]> unpacked(byte[] bytes) throws IOException {
    List<byte[]> all = new ArrayList<>(List.of(bytes));
    if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        all.add(in.readAllBytes());
      }
    } else if (bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K') {
      try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
        for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          in.transferTo(out);
          all.addAll(unpacked(out.toByteArray()));
        }
      }
    } else if (new String(bytes, 0, Math.min(4, bytes.length), UTF_8).equals("PAR1")) {
      all.add(ParquetFile.text(bytes).getBytes(UTF_8));
    }
    return all;
  }
}
