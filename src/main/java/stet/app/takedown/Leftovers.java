package stet.app.takedown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import stet.app.CollectionHome;
import stet.archive.WarcLocation;
import stet.notes.NoteStore;
import stet.report.site.Ledger;
import stet.sqlite.DatabaseException;
import stet.track.Timelines;
import stet.watch.store.AlertStore;
import stet.watch.store.WatchStore;
import stet.withhold.Withheld;
import stet.withhold.Withheld.Scope;

/** What tells of a text beside the archive and its index. */
final class Leftovers {
  private final CollectionHome home;
  private final List<String> left = new ArrayList<>();

  Leftovers(CollectionHome home) {
    this.home = home;
  }

  /** What could not be emptied and why, one line each. */
  List<String> left() {
    return List.copyOf(left);
  }

  /** Records that could not be erased. */
  void kept(List<WarcLocation> records) {
    for (WarcLocation at : records) {
      left.add(
          "'"
              + at.file()
              + "' at byte "
              + at.offset()
              + ": the record has "
              + at.length()
              + " bytes, too few for what must say that it was there; it stays, and stays withheld");
    }
  }

  /** Drops what alerts had found in the article: what waits is not told, what was told is gone. */
  void untold(Withheld mark) {
    if (WatchStore.isThere(home.folder())) {
      try (WatchStore store = home.watchedBeforeUse()) {
        store.write(
            () -> {
              drop(store.alerts(), mark);
              return true;
            });
      }
    }
  }

  private void drop(AlertStore alerts, Withheld mark) {
    alerts.drop(keys(mark), says(mark));
  }

  /** Findings name an article by its key, which follows from any address that it had. */
  private static Set<String> keys(Withheld mark) {
    return Timelines.keys(mark.addresses());
  }

  private static Predicate<String> says(Withheld mark) {
    return text ->
        mark.isSaidBy(text.getBytes(StandardCharsets.UTF_8), "application/json; charset=utf-8");
  }

  /**
   * Erases it all.
   *
   * @param times when the captures were made whose bytes are erased, UTC
   */
  void erase(Withheld mark, Set<Instant> times) throws IOException {
    if (WatchStore.isThere(home.folder())) {
      try (WatchStore store = home.watchedBeforeUse()) {
        store.write(
            () -> {
              drop(store.alerts(), mark);
              store
                  .drift()
                  .redact(
                      mark.scope() == Scope.PASSAGE ? Set.of() : keys(mark),
                      says(mark),
                      mark.tombstone());
              return true;
            });
        empty(WatchStore.FILE, store::shred);
      }
    }
    if (NoteStore.isThere(home.folder())) {
      try (NoteStore notes = home.notes()) {
        notes.erase(mark, times);
        empty(NoteStore.FILE, notes::shred);
      }
    }
    ledgers();
    torn();
  }

  private void empty(String file, Runnable shred) throws IOException {
    try {
      shred.run();
    } catch (DatabaseException e) {
      left.add("'" + file + "' could not be packed: " + e.getMessage() + "; run this again");
      return;
    }
    Path log = home.folder().resolve(file + "-wal");
    if (Files.exists(log) && Files.size(log) > 0) {
      left.add("'" + log + "' is in use by another stet; end that and run this again");
    }
  }

  /** What reports remember: without it the next one makes all pages anew and drops the old ones. */
  private void ledgers() throws IOException {
    Path reports = home.folder().resolve("reports");
    if (Files.isDirectory(reports)) {
      List<Path> ledgers;
      try (Stream<Path> all = Files.walk(reports, 4)) {
        ledgers =
            all.filter(p -> p.getFileName().toString().startsWith(Ledger.FILE))
                .filter(Files::isRegularFile)
                .toList();
      }
      for (Path ledger : ledgers) {
        Files.delete(ledger);
      }
    }
  }

  /** Unfinished writes that were set aside cannot be searched, and are nobody's captures. */
  private void torn() throws IOException {
    Path snapshots = home.folder().resolve("snapshots");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(snapshots, "*.torn-*")) {
      for (Path file : files) {
        left.add("'" + file + "' may hold a part of it; nothing reads that file, delete it");
      }
    }
  }
}
