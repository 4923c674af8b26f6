package stet.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Caption;
import stet.article.StatedDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads folders of labelled pages and writes one line of results a page: {@code id, dataset,
 * headline, authors, published, modified, body, captions}. A folder holds {@code truth.jsonl}, of
 * which only {@code id}, {@code dataset} and {@code url} are read, and {@code pages/<id>.html} or
 * {@code pages/<id>.html.gz}.
 */
public final class ResultsWriter {
  /** When the pages are taken to have been captured: nothing tells, so nothing is too late. */
  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Extractor extractor;

  public ResultsWriter(Extractor extractor) {
    this.extractor = extractor;
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
      fill(line, extractor.extract(new Page(url, "text/html", FAR, "", bytes)));
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

  private static void fill(ObjectNode line, Extraction extraction) {
    if (extraction instanceof Extraction.NotAnArticle none) {
      line.put("not_an_article", none.reason().name());
      line.put("detail", none.detail());
      return;
    }
    ArticleVersion version = ((Extraction.Article) extraction).version();
    line.put("headline", version.headline());
    ArrayNode authors = line.putArray("authors");
    version.byline().authors().forEach(authors::add);
    line.put("published", version.published().map(StatedDate::iso).orElse(null));
    line.put("modified", version.updated().map(StatedDate::iso).orElse(null));
    line.put("dek", version.dek());
    ArrayNode body = line.putArray("body");
    version.body().stream().map(Block::text).forEach(body::add);
    ArrayNode captions = line.putArray("captions");
    version.captions().stream().map(Caption::text).forEach(captions::add);
  }
}
