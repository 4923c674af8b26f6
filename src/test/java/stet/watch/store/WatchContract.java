package stet.watch.store;

import java.time.Instant;
import stet.sqlite.Migrations;
import stet.sqlite.TableContract;

/** A contract of a table of the watch. */
abstract class WatchContract extends TableContract {
  static final Instant DAWN = Instant.parse("2026-03-14T06:00:00Z");
  static final String HOST = "courier.example";

  @Override
  protected Migrations migrations() {
    return WatchStore.MIGRATIONS;
  }

  /** An address with that text in it. */
  static String uri(String text) {
    return "https://" + HOST + "/" + text;
  }
}
