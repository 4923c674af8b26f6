package stet.copies;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import stet.article.Block;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Page;
import stet.extract.read.Extractors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts of real pages that lie outside the project. */
final class RealTexts {
  static final Path DATA = Path.of("../shared/data");

  private static final Instant AT = Instant.parse("2026-11-22T00:00:00Z");
  private static final Extractor EXTRACTOR = Extractors.standard();
  private static final int LARGEST = 600_000;

  /** About so many articles of a set; more of them for more certain figures. */
  private static final int MOST = Integer.getInteger("stet.copies.most", 32);

  private RealTexts() {}

  /**
   * A page's text.
   *
   * @param name set and file
   * @param source the site, or the set and its language
   */
  record Real(String name, String source, String language, List<String> paragraphs) {
    int letters() {
      return paragraphs.stream().mapToInt(String::length).sum();
    }
  }

  /** Labelled bodies of pages. */
  static List<Real> labelled() {
    List<Real> all = new ArrayList<>();
    for (String set : List.of("fundus", "fundus-eval", "naeb", "scrapinghub", "wcxb")) {
      for (String line : lines(DATA.resolve("extract").resolve(set).resolve("truth.jsonl"))) {
        JsonNode truth = JsonMapper.shared().readTree(line);
        List<String> paragraphs = paragraphs(truth.path("body"));
        if (!paragraphs.isEmpty()) {
          String name = set + "/" + truth.get("id").asString();
          all.add(new Real(name, truth.path("site").asString(name), "", paragraphs));
        }
      }
    }
    return all;
  }

  private static List<String> paragraphs(JsonNode body) {
    List<String> all = new ArrayList<>();
    if (body.isArray()) {
      body.forEach(b -> all.add(b.asString()));
    } else {
      all.addAll(List.of(body.asString("").split("\n+")));
    }
    return all.stream().map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  /** One page, of labelled pages or of versions, read by the extractor. */
  static Real named(String name) {
    Path folder = DATA.resolve("versions").resolve(name);
    Path page = DATA.resolve("extract").resolve(name.replace("/", "/pages/") + ".html.gz");
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(page)) {
      return new Real(
          name, name, "", extracted(files.sorted().reduce((a, b) -> b).orElseThrow(), ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last captures of the articles of some sets, read by the extractor. */
  static List<Real> versions(String... sets) {
    List<JsonNode> articles = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (String set : sets) {
      List<String> lines = lines(DATA.resolve("versions").resolve(set).resolve("index.jsonl"));
      for (int i = 0; i < lines.size(); i += 1 + lines.size() / MOST) {
        JsonNode article = JsonMapper.shared().readTree(lines.get(i));
        // A form to choose a file from is no article.
        if (!article.get("id").asString().contains("--download--")) {
          articles.add(article);
          named.add(set);
        }
      }
    }
    return Stream.iterate(0, i -> i + 1)
        .limit(articles.size())
        .parallel()
        .map(i -> version(named.get(i), articles.get(i)))
        .filter(r -> !r.paragraphs.isEmpty())
        .toList();
  }

  private static Real version(String set, JsonNode article) {
    String id = article.get("id").asString();
    JsonNode captures = article.get("captures");
    String file = captures.get(captures.size() - 1).path("file").asString("");
    String language = article.path("lang").asString("");
    List<String> text =
        extracted(DATA.resolve("versions").resolve(set).resolve(id).resolve(file), "");
    return new Real(set + "/" + id, set + "/" + language, language, text);
  }

  /** The text of a page that has no labelled body. */
  static List<String> extracted(Path file, String url) {
    byte[] bytes = bytes(file);
    if (bytes.length > LARGEST) {
      return List.of();
    }
    String name = file.getFileName().toString();
    String type =
        name.contains(".html")
            ? "text/html"
            : name.contains(".txt") ? "text/plain" : "text/markdown";
    Page page = new Page(url.isEmpty() ? "urn:stet:" + name : url, type, AT, "", bytes);
    return EXTRACTOR.extract(page) instanceof Extraction.Article found
        ? found.version().body().stream().map(RealTexts::said).toList()
        : List.of();
  }

  private static String said(Block block) {
    return block instanceof Block.Quote ? "\u201c" + block.text() + "\u201d" : block.text();
  }

  private static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return file.toString().endsWith(".gz")
          ? new GZIPInputStream(in).readAllBytes()
          : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
