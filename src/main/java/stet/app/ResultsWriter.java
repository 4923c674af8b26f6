package stet.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Caption;
import stet.article.StatedDate;
import stet.extract.Evidence;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads folders of labelled pages and writes one line of results a page: {@code id, dataset,
 * headline, authors, published, modified, body, captions}. A folder holds {@code truth.jsonl}, of
 * which only {@code id}, {@code dataset} and {@code url} are read, and {@code pages/<id>.html} or
 * {@code pages/<id>.html.gz}.
 *
 * <p>The lines say what the page states. {@code modified} is the stated modification even where it
 * is no update (equal to or earlier than published; then {@code modified_is_update} is false).
 * Where a page states an update alone, {@code published} repeats it as the best estimate and {@code
 * published_is_stated} is false. A version for the timeline makes neither of these concessions.
 */
public final class ResultsWriter {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Extractor extractor;
  private final Instant at;

  /**
   * A writer for pages of which no capture time is known.
   *
   * @param at when the pages are taken to have been captured at the latest: dates stated after it
   *     are not believed
   */
  public ResultsWriter(Extractor extractor, Instant at) {
    this.extractor = extractor;
    this.at = at;
  }

  /**
   * Writes the results of one folder, in the order of its {@code truth.jsonl}. Pages are read in
   * parallel, lines come out in order.
   *
   * @return how many lines were written
   * @throws IOException when the folder cannot be read or the results cannot be written
   */
  public int write(Path folder, Writer out) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("truth.jsonl"));
    List<JsonNode> truths =
        lines.stream().filter(line -> !line.isBlank()).map(MAPPER::readTree).toList();
    List<String> results = all(folder, truths);
    for (String result : results) {
      out.write(result);
      out.write('\n');
    }
    return results.size();
  }

  private List<String> all(Path folder, List<JsonNode> truths) throws IOException {
    try (Stream<Integer> indexes = IntStream.range(0, truths.size()).boxed()) {
      return indexes.parallel().map(i -> result(folder, truths.get(i))).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private String result(Path folder, JsonNode truth) {
    String id = truth.get("id").asString();
    String url = truth.path("url").asString("");
    ObjectNode line = MAPPER.createObjectNode();
    line.put("id", id);
    if (truth.has("dataset")) {
      line.put("dataset", truth.get("dataset").asString());
    }
    try {
      byte[] bytes = bytes(folder.resolve("pages"), id);
      fill(line, extractor.extract(new Page(url, "text/html", at, "", bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return MAPPER.writeValueAsString(line);
  }

  private static byte[] bytes(Path pages, String id) throws IOException {
    Path packed = pages.resolve(id + ".html.gz");
    if (!Files.exists(packed)) {
      return Files.readAllBytes(pages.resolve(id + ".html"));
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  /** The strongest statement for that field which was left out. */
  private static @Nullable StatedDate stated(Extraction.Article article, String field) {
    return article.evidence().stream()
        .filter(e -> e.field().equals(field) && e.stated() != null)
        .map(Evidence::stated)
        .findFirst()
        .orElse(null);
  }

  private static void date(ObjectNode line, String field, @Nullable StatedDate date) {
    if (date == null) {
      line.putNull(field);
      return;
    }
    // A day on a known clock is written as its first moment, with the precision beside it.
    OffsetDateTime time = date.time();
    boolean day = date.precision() == StatedDate.Precision.DAY;
    line.put(field, day && time != null ? time.toString() : date.iso());
    line.put(field + "_precision", date.precision().name().toLowerCase(Locale.ROOT));
    line.put(field + "_printed", date.printed());
    line.put(field + "_evidence", date.evidence());
  }

  private static void fill(ObjectNode line, Extraction extraction) {
    if (extraction instanceof Extraction.NotAnArticle none) {
      line.put("not_an_article", none.reason().name());
      line.put("detail", none.detail());
      return;
    }
    Extraction.Article article = (Extraction.Article) extraction;
    ArticleVersion version = article.version();
    line.put("headline", version.headline());
    ArrayNode authors = line.putArray("authors");
    version.byline().authors().forEach(authors::add);
    StatedDate modified = version.updated().orElseGet(() -> stated(article, "updated"));
    StatedDate published = version.published().orElse(null);
    date(line, "modified", modified);
    line.put("modified_is_update", version.updated().isPresent());
    date(line, "published", published == null ? modified : published);
    line.put("published_is_stated", published != null);
    line.put("dek", version.dek());
    ArrayNode body = line.putArray("body");
    if (!version.dek().isEmpty()) {
      body.add(version.dek());
    }
    version.body().stream().map(Block::text).forEach(body::add);
    ArrayNode captions = line.putArray("captions");
    version.captions().stream().map(Caption::text).forEach(captions::add);
  }
}
