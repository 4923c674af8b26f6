package stet.watch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.EnumId;
import stet.sqlite.Sql;

/** What was learnt of outlets whose pages a browser may have to show. */
public final class BrowserTable {
  private final Sql sql;

  BrowserTable(Sql sql) {
    this.sql = sql;
  }

  /** Whether an outlet's pages have to be shown in a browser. */
  public enum Verdict {
    /** No page of it was tested, or one was found without text since. */
    UNKNOWN,
    /** What is sent is what people read. */
    PLAIN,
    /** Scripts bring what people read. */
    NEEDED
  }

  /**
   * An outlet.
   *
   * @param testedAt when a page as sent was last held against what a browser showed, UTC; null for
   *     never
   * @param sufficed tests in a row in which the page as sent lacked nothing
   */
  public record Learnt(
      String outlet, Verdict verdict, @Nullable Instant testedAt, int sufficed, Cost cost) {
    /** Of an outlet of which nothing is known. */
    public static Learnt nothing(String outlet) {
      return new Learnt(outlet, Verdict.UNKNOWN, null, 0, Cost.NONE);
    }

    /** The same with another verdict. */
    public Learnt judged(Verdict other, @Nullable Instant at, int nowSufficed) {
      return new Learnt(outlet, other, at, nowSufficed, cost);
    }

    /** The same at another cost. */
    public Learnt with(Cost other) {
      return new Learnt(outlet, verdict, testedAt, sufficed, other);
    }
  }

  /**
   * What showing pages cost.
   *
   * @param shown how many were shown
   * @param failed how many were not
   * @param millis all together, of those shown
   * @param bytes of what they asked for beside themselves, decoded
   * @param shownAt the last that was shown, UTC; null for none
   * @param failedAt the last that failed, UTC; null for none
   * @param failure why, in one line; empty for none
   */
  public record Cost(
      long shown,
      long failed,
      long millis,
      long bytes,
      @Nullable Instant shownAt,
      @Nullable Instant failedAt,
      String failure) {
    /** No page yet. */
    public static final Cost NONE = new Cost(0, 0, 0, 0, null, null, "");

    /** With one page more that was shown. */
    public Cost shown(long took, long size, Instant at) {
      return new Cost(shown + 1, failed, millis + took, bytes + size, at, failedAt, failure);
    }

    /** With one page more that was not. */
    public Cost failed(String why, Instant at) {
      return new Cost(shown, failed + 1, millis, bytes, shownAt, at, why);
    }
  }

  /** What is known of an outlet; empty for nothing. */
  public Optional<Learnt> find(String outlet) {
    return sql.one("SELECT * FROM browser WHERE outlet = ?", BrowserTable::read, outlet);
  }

  /** All outlets of which anything is known, those with most pages shown first. */
  public List<Learnt> all() {
    return sql.all("SELECT * FROM browser ORDER BY shown DESC, outlet", BrowserTable::read);
  }

  void save(Learnt learnt) {
    Cost cost = learnt.cost();
    sql.update(
        """
        INSERT OR REPLACE INTO browser (outlet, verdict, tested_at, sufficed, shown, failed, millis,
            bytes, shown_at, failed_at, failure)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        learnt.outlet(),
        EnumId.of(learnt.verdict()),
        Times.textOrNull(learnt.testedAt()),
        learnt.sufficed(),
        cost.shown(),
        cost.failed(),
        cost.millis(),
        cost.bytes(),
        Times.textOrNull(cost.shownAt()),
        Times.textOrNull(cost.failedAt()),
        cost.failure());
  }

  private static Learnt read(ResultSet r) throws SQLException {
    Cost cost =
        new Cost(
            r.getLong("shown"),
            r.getLong("failed"),
            r.getLong("millis"),
            r.getLong("bytes"),
            Times.of(r.getString("shown_at")),
            Times.of(r.getString("failed_at")),
            r.getString("failure"));
    return new Learnt(
        r.getString("outlet"),
        EnumId.read(Verdict.class, r.getString("verdict")),
        Times.of(r.getString("tested_at")),
        r.getInt("sufficed"),
        cost);
  }
}
