package stet.watch.store;

import stet.sqlite.Sql;

/** All that is kept of what people are told, in the file of the watch. */
public final class AlertStore {
  private final AlertFindingTable findings;
  private final AlertMessageTable messages;
  private final AlertMemoryTable memory;

  AlertStore(Sql sql) {
    this.findings = new AlertFindingTable(sql);
    this.messages = new AlertMessageTable(sql);
    this.memory = new AlertMemoryTable(sql);
  }

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
