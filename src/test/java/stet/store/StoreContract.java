package stet.store;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import stet.archive.WarcLocation;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Statements;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Payload;
import stet.sqlite.Migrations;
import stet.sqlite.TableContract;
import stet.timeline.TrackedArticle;

/** A contract of a table of the collection, with the rows that its own refer to. */
abstract class StoreContract extends TableContract {
  static final Instant DAWN = Instant.parse("2026-03-14T06:00:00Z");
  static final WarcLocation PLACE = new WarcLocation("stet-20260314-00001.warc.gz", 100, 200);

  Tables tables;

  @Override
  protected Migrations migrations() {
    return Schema.MIGRATIONS;
  }

  @BeforeAll
  void prepare() {
    tables = new Tables(sql, 256);
    database.onForget(tables::forget);
  }

  static TrackedArticle tracked(String key) {
    return new TrackedArticle(key, "https://courier.example/" + key, "courier.example");
  }

  long article(String key) {
    return tables.articles().idOf(tracked(key));
  }

  static ArticleVersion version(String headline) {
    return new ArticleVersion(
        ArticleHead.of(headline),
        ArticleContent.of(List.of(new Block.Paragraph(headline + " it said."))),
        Statements.NONE,
        "en",
        "",
        "test/1");
  }

  long state(String headline) {
    return tables.states().idOf(version(headline));
  }

  static Capture capture(String uri, Instant at, String text) {
    return new Capture(
        uri,
        at,
        0,
        "text/html",
        Payload.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        new SavedFile("page.html", TimeBasis.NAME, ""));
  }

  /** A capture that shows a state, under an address that is made known. */
  long shown(long article, Capture capture, long state) {
    tables.addresses().add(capture.uri());
    return tables
        .captures()
        .add(
            article,
            capture.uri(),
            capture,
            PLACE,
            new CaptureTable.Outcome(state, null, null, null));
  }

  /** A capture of a page that is no article. */
  long other(long article, Capture capture, String reason, String detail) {
    tables.addresses().add(capture.uri());
    return tables
        .captures()
        .add(
            article,
            capture.uri(),
            capture,
            PLACE,
            new CaptureTable.Outcome(null, reason, detail, null));
  }
}
