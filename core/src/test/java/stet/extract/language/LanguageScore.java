package stet.extract.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.capture.Digest;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Page;
import stet.extract.read.Extractors;
import stet.text.LanguageTags;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real pages whose language is stated, by themselves or by the list of their set, and what is
 * guessed of their texts. Sites are parted in two halves by the digest of their names.
 */
final class LanguageScore {
  private static final Instant READ = Instant.parse("2026-11-22T00:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();

  /** Norwegian is stated as one language or as one of its two written forms. */
  private static final Map<String, String> ALSO = Map.of("nb", "no", "nn", "no");

  private final Extractor extractor = Extractors.standard();
  private final List<Stated> pages = new ArrayList<>();

  /** A text with its stated language, lower case; {@code half} is 0 or 1. */
  record Stated(String name, int half, String language, String headline, String all, String body) {}

  /** How many texts there are, how many got an answer, and how many of those another one. */
  record Outcome(int texts, int answered, List<String> other) {
    double share() {
      return (double) answered / texts;
    }

    double wrong() {
      return (double) other.size() / Math.max(1, answered);
    }
  }

  /** What of a text is looked at. */
  enum Part {
    WHOLE(0),
    HEADLINE(0),
    CHARACTERS_50(50),
    CHARACTERS_100(100),
    CHARACTERS_200(200),
    CHARACTERS_500(500);

    private final int length;

    Part(int length) {
      this.length = length;
    }

    /** Empty where the text has not so much. */
    String of(Stated page) {
      if (length == 0) {
        return this == WHOLE ? page.all : page.headline;
      }
      if (page.body.length() <= length) {
        return page.body.length() * 5 < length * 4 ? "" : page.body;
      }
      int end = page.body.lastIndexOf(' ', length);
      return page.body.substring(0, end > length / 2 ? end : length);
    }
  }

  /** Adds a set of labelled pages. */
  void labelled(Path set) throws IOException {
    for (String line : Files.readAllLines(set.resolve("truth.jsonl"))) {
      JsonNode truth = JSON.readTree(line);
      String id = truth.get("id").asString();
      Path file = set.resolve("pages").resolve(id + ".html.gz");
      if (Files.exists(file)) {
        String site = truth.path("site").asString("");
        add(id, site, truth.path("url").asString("urn:stet:page"), "text/html", file, "");
      }
    }
  }

  /** Adds the capture in the middle of each article of a set of versions. */
  void versions(Path set) throws IOException {
    for (String line : Files.readAllLines(set.resolve("index.jsonl"))) {
      JsonNode article = JSON.readTree(line);
      JsonNode captures = article.get("captures");
      String name = captures.get(captures.size() / 2).get("file").asString();
      Path file = set.resolve(article.get("id").asString()).resolve(name);
      String type =
          name.contains(".html")
              ? "text/html"
              : name.contains(".md") ? "text/markdown" : "text/plain";
      if (Files.exists(file)) {
        String language = article.path("lang").asString("");
        String site = set.getFileName().toString();
        add(article.get("id").asString(), site, "urn:stet:page", type, file, language);
      }
    }
  }

  private void add(String name, String site, String uri, String type, Path file, String listed)
      throws IOException {
    Page page = new Page(uri, type, READ, "", bytes(file));
    if (extractor.extract(page) instanceof Extraction.Article article) {
      ArticleVersion v = article.version();
      String stated = v.isLanguageGuessed() || v.language().isEmpty() ? listed : v.language();
      String language = LanguageTags.primary(stated);
      if (!language.isEmpty()) {
        String body = v.body().stream().map(Block::text).collect(Collectors.joining(" "));
        String all = v.headline() + '\n' + v.dek() + '\n' + body;
        int half = Digest.algorithm().digest(site.getBytes(StandardCharsets.UTF_8))[0] & 1;
        language = ALSO.getOrDefault(language, language);
        pages.add(new Stated(name, half, language, v.headline(), all, body));
      }
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return file.toString().endsWith(".gz")
          ? new GZIPInputStream(in).readAllBytes()
          : in.readAllBytes();
    }
  }

  /**
   * What is guessed of one half.
   *
   * @param guess a text's language; empty for none
   */
  Outcome outcome(int half, Part part, UnaryOperator<String> guess) {
    int texts = 0;
    int answered = 0;
    List<String> other = new ArrayList<>();
    for (Stated page : pages) {
      String text = page.half == half ? part.of(page).strip() : "";
      if (!text.isEmpty()) {
        texts++;
        String told = guess.apply(text);
        answered += told.isEmpty() ? 0 : 1;
        if (!told.isEmpty() && !told.equals(page.language)) {
          other.add(page.name + " states " + page.language + ", guessed " + told);
        }
      }
    }
    return new Outcome(texts, answered, other);
  }

  /** The sets in a folder, in the order of their names. */
  static List<Path> sets(Path folder, String list) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(set -> Files.exists(set.resolve(list))).sorted().toList();
    }
  }
}
