package stet.watch.store;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import stet.sqlite.Sql;

/** All that is kept of what people are told, in the file of the watch. */
public final class AlertStore {
  private final Sql sql;
  private final AlertFindingTable findings;
  private final AlertMessageTable messages;
  private final AlertMemoryTable memory;

  AlertStore(Sql sql) {
    this.sql = sql;
    this.findings = new AlertFindingTable(sql);
    this.messages = new AlertMessageTable(sql);
    this.memory = new AlertMemoryTable(sql);
  }

  /**
   * Drops what was found in articles and the messages that tell of it, sent or not, and whatever
   * else has certain words.
   *
   * @param keys of the articles
   * @param says whether a text has the words
   */
  public void drop(Set<String> keys, Predicate<String> says) {
    List<Long> found =
        sql
            .all(
                "SELECT id, article_key, body, note FROM alert_finding",
                r -> new Told(r.getString(1), r.getString(2), r.getString(3) + r.getString(4)))
            .stream()
            .filter(t -> keys.contains(t.key()) || says.test(t.text()))
            .map(t -> Long.valueOf(t.id()))
            .toList();
    for (long id : found) {
      sql.update(
          "DELETE FROM alert_message WHERE id IN"
              + " (SELECT message_id FROM alert_told WHERE finding_id = ?)",
          id);
      sql.update("DELETE FROM alert_finding WHERE id = ?", id);
    }
    sql
        .all(
            "SELECT id, thread, body, detail FROM alert_message",
            r -> new Told(r.getString(1), r.getString(2), r.getString(3) + r.getString(4)))
        .stream()
        .filter(
            t ->
                keys.contains(t.key())
                    || keys.stream().anyMatch(t.text()::contains)
                    || says.test(t.text()))
        .forEach(t -> sql.update("DELETE FROM alert_message WHERE id = ?", t.id()));
  }

  private record Told(String id, String key, String text) {}

  /** What rules fired on. */
  public AlertFindingTable findings() {
    return findings;
  }

  /** What tells it. */
  public AlertMessageTable messages() {
    return messages;
  }

  /** What is remembered of rules, articles and channels. */
  public AlertMemoryTable memory() {
    return memory;
  }
}
