package stet.watch.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import stet.sqlite.Sql;

/** What is remembered between two looks for what rules ask for, and of channels. */
public final class AlertMemoryTable {
  private final Sql sql;

  AlertMemoryTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * Up to which change of a collection rules were asked.
   *
   * @param origin what the number holds within
   */
  public record Progress(String origin, long number) {}

  /**
   * A channel that failed at its last try.
   *
   * @param failures in a row
   * @param since when the first of them was, UTC
   * @param notBefore when it may be tried again, UTC
   * @param settings digest of its settings where it will not take anything with them, else empty
   */
  public record Failing(
      String name,
      int failures,
      Instant since,
      Instant notBefore,
      String detail,
      String settings) {}

  /** How far rules were asked; empty where they never were. */
  public Optional<Progress> progress() {
    return sql.one(
        "SELECT origin, number FROM alert_progress",
        r -> new Progress(r.getString(1), r.getLong(2)));
  }

  /** Rules were asked up to there. */
  public void progress(Progress progress) {
    sql.update(
        """
        INSERT INTO alert_progress (one, origin, number) VALUES (1, ?, ?)
        ON CONFLICT DO UPDATE SET origin = excluded.origin, number = excluded.number""",
        progress.origin(),
        progress.number());
  }

  /** When a rule was first asked, UTC: now where it never was. */
  public Instant since(String rule, Instant now) {
    sql.update(
        "INSERT OR IGNORE INTO alert_rule (name, since) VALUES (?, ?)", rule, Times.text(now));
    return asked(rule).orElse(now);
  }

  /** When a rule was first asked, UTC; empty where it never was. */
  public Optional<Instant> asked(String rule) {
    return sql.one(
        "SELECT since FROM alert_rule WHERE name = ?", r -> Instant.parse(r.getString(1)), rule);
  }

  /** A rule of that name is asked no longer: what it is asked for next, it is asked anew. */
  public void forgetRule(String rule) {
    sql.update("DELETE FROM alert_rule WHERE name = ?", rule);
  }

  /** The rules that were asked. */
  public List<String> rules() {
    return sql.all("SELECT name FROM alert_rule ORDER BY name", r -> r.getString(1));
  }

  /** What an article looked like when rules were asked; empty where they never were. */
  public String print(String articleKey) {
    return sql.one(
            "SELECT print FROM alert_print WHERE article_key = ?", r -> r.getString(1), articleKey)
        .orElse("");
  }

  /** Notes what an article looks like. */
  public void print(String articleKey, String print) {
    sql.update(
        """
        INSERT INTO alert_print (article_key, print) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET print = excluded.print""",
        articleKey,
        print);
  }

  /** Channels that failed at their last try. */
  public List<Failing> failing() {
    return sql.all(
        "SELECT name, failures, since, not_before, detail, settings FROM alert_channel ORDER BY name",
        r ->
            new Failing(
                r.getString(1),
                r.getInt(2),
                Instant.parse(r.getString(3)),
                Instant.parse(r.getString(4)),
                r.getString(5),
                r.getString(6)));
  }

  /** A channel failed; its failures are those in a row. */
  public void failed(Failing channel) {
    sql.update(
        """
        INSERT INTO alert_channel (name, failures, since, not_before, detail, settings)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET failures = excluded.failures, not_before = excluded.not_before,
          detail = excluded.detail, settings = excluded.settings""",
        channel.name(),
        channel.failures(),
        Times.text(channel.since()),
        Times.text(channel.notBefore()),
        channel.detail(),
        channel.settings());
  }

  /** A channel worked. */
  public void worked(String channel) {
    sql.update("DELETE FROM alert_channel WHERE name = ?", channel);
  }
}
