package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.LiveBlog;
import stet.extract.read.Extractors;

/**
 * Golden cases: a folder holds a page and, as {@code expected.txt}, all that is read from it. The
 * pages are fictional. Regenerate with {@code -Dtest.jvm=-Dstet.regenerate=true} and read the diff.
 */
class ExtractCasesTest {
  private static final Path CASES = Path.of("core/src/test/resources/cases/extract");

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsWhatIsExpected(Path folder) throws IOException {
    Path page = page(folder);
    byte[] bytes = Files.readAllBytes(page);
    Extractor extractor = Extractors.standard();
    String read = render(extractor.extract(page(page, bytes)));
    Path expected = folder.resolve("expected.txt");
    if (Boolean.getBoolean("stet.regenerate")) {
      Files.writeString(expected, read);
    }
    assertThat(read).isEqualTo(Files.readString(expected));
    assertThat(render(extractor.extract(page(page, bytes)))).as("read twice").isEqualTo(read);
  }

  private static Path page(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("page."))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Page page(Path file, byte[] bytes) {
    String name = file.getFileName().toString();
    String type =
        name.endsWith(".md") ? "text/markdown" : name.endsWith(".txt") ? "text/plain" : "text/html";
    return new Page("urn:stet:case", type, Instant.parse("2026-04-01T00:00:00Z"), "", bytes);
  }

  private static String render(Extraction extraction) {
    if (extraction instanceof Extraction.NotAnArticle none) {
      return "not an article: " + none.reason() + ": " + none.detail() + "\n";
    }
    Extraction.Article article = (Extraction.Article) extraction;
    ArticleVersion v = article.version();
    StringBuilder out = new StringBuilder();
    line(out, "headline", v.headline());
    line(out, "dek", v.dek());
    line(out, "authors", String.join(" / ", v.byline().authors()));
    line(out, "dateline", v.dateline());
    line(out, "section", v.section());
    line(out, "language", v.language() + (v.isLanguageGuessed() ? " (guessed)" : ""));
    line(out, "canonical", v.canonicalUrl());
    v.dates()
        .forEach(
            d ->
                line(
                    out,
                    d.role().name(),
                    d.iso() + " '" + d.printed() + "' " + d.evidence() + "; " + d.zoneReason()));
    v.captions().forEach(c -> line(out, "caption", c.text() + " [" + c.credit() + "]"));
    v.images().forEach(i -> line(out, "image", i.url() + " [" + i.alt() + "]"));
    v.notices()
        .forEach(
            n ->
                line(
                    out,
                    n.kind().name(),
                    (n.date() == null ? "" : "[" + n.date().iso() + "] ") + n.text()));
    for (Block block : v.body()) {
      String lang = block.lang().isEmpty() ? "" : " [" + block.lang() + " " + block.dir() + "]";
      line(out, block.getClass().getSimpleName() + lang, block.text());
    }
    if (article.version().liveBlog() != null) {
      article.version().liveBlog().posts().forEach(p -> line(out, "post", post(p)));
    }
    article.evidence().stream()
        .filter(e -> e.rule().equals("mojibake"))
        .forEach(e -> line(out, e.rule(), e.detail()));
    return out.toString();
  }

  private static String post(LiveBlog.Post post) {
    String time = post.time() == null ? "?" : post.time().iso() + " " + post.time().evidence();
    return "blocks " + post.first() + " + " + post.count() + ", " + time + ", " + post.headline();
  }

  private static void line(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      out.append(name).append(": ").append(value).append('\n');
    }
  }
}
