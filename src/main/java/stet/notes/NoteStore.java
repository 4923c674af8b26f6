package stet.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import stet.sqlite.Database;
import stet.sqlite.DatabaseException;
import stet.sqlite.Migrations;
import stet.sqlite.Opening;
import stet.sqlite.Transaction;
import stet.withhold.Withheld;
import stet.withhold.WithheldFile;
import stet.withhold.Withholding;

/**
 * The annotations of a collection, in {@value #FILE} in its folder. Unlike {@code stet.db} it
 * cannot be made again from the WARC files, so it lies apart from it, and what was acknowledged
 * outlives a power cut. One connection, used by one thread at a time; several processes may have it
 * open.
 */
public final class NoteStore implements AutoCloseable {
  /** The file's name in a collection's folder. */
  public static final String FILE = "notes.db";

  /** How long whoever reads is waited for when the file is written anew. */
  private static final Duration SHREDDING = Duration.ofSeconds(5);

  private static final int CACHE_KIB = 2_000;

  static final Migrations MIGRATIONS =
      new Migrations(
          "stet/notes/migration", 1, "the file of notes", "the file of notes", sql -> {});

  private final Database database;
  private final AnnotationTable table;
  private final Withholding withheld;

  private NoteStore(Database database, Withholding withheld) {
    this.database = database;
    this.table = new AnnotationTable(database.sql());
    this.withheld = withheld;
  }

  /**
   * What came of annotations that were handed in.
   *
   * @param added how many were new
   * @param changed how many took the place of an older state
   * @param kept how many were there already, or in a later state
   */
  public record Saved(int added, int changed, int kept) {}

  /**
   * Opens the file, makes it if there is none.
   *
   * @throws DatabaseException when it is not such a file, newer than this program, or locked
   */
  public static NoteStore open(Path file) {
    return new NoteStore(opening(file).toWrite(), withheld(file));
  }

  /**
   * The same for whoever changes nothing, also where nothing can be changed.
   *
   * @throws DatabaseException see above
   */
  public static NoteStore openForReading(Path file) {
    return new NoteStore(opening(file).toWriteHereOrInACopy(), withheld(file));
  }

  private static Opening opening(Path file) {
    return Opening.of(file).migrations(MIGRATIONS).cache(CACHE_KIB).forced();
  }

  /** Whether anything was ever said in a collection. */
  public static boolean isThere(Path home) {
    return Files.isRegularFile(home.resolve(FILE));
  }

  /** What is withheld from the collection whose notes these are. */
  private static Withholding withheld(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      return folder == null ? Withholding.NONE : new WithheldFile(folder).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All annotations, in the order in which they were first said, without what is withheld of the
   * texts that they quote.
   */
  public List<Annotation> all() {
    return table.all().stream().map(a -> WithheldNotes.shown(a, withheld)).toList();
  }

  /** The annotation of that name, as {@link #all} shows it. */
  public Optional<Annotation> find(String id) {
    return table.find(id).map(a -> WithheldNotes.shown(a, withheld));
  }

  /** Saves all of them or none. Of two states of one annotation the later stays. */
  public Saved save(List<Annotation> annotations) {
    int added = 0;
    int changed = 0;
    try (Transaction transaction = database.begin()) {
      for (Annotation annotation : annotations) {
        Optional<Annotation> known = table.find(annotation.id());
        if (known.isEmpty()) {
          added++;
        } else if (known.get().modifiedAt().isBefore(annotation.modifiedAt())) {
          changed++;
        } else {
          continue;
        }
        table.save(annotation);
      }
      transaction.commit();
    }
    return new Saved(added, changed, annotations.size() - added - changed);
  }

  /**
   * Saves what is said in the rows of a sheet. A row without a name gets one that follows from it;
   * a row that was changed in the sheet counts unless the annotation was changed here since.
   *
   * @param problems is told of rows that do not count, one line each
   */
  public Saved save(List<SheetRow> rows, Instant now, Consumer<String> problems) {
    SheetMerge merge = new SheetMerge(this, now);
    rows.forEach(merge::add);
    merge.problems().forEach(problems);
    return save(merge.annotations());
  }

  /** Takes an annotation away; tells whether there was one. */
  public boolean remove(String id) {
    return table.remove(id);
  }

  /**
   * Erases what a takedown takes: notes on texts that are gone, and its words in all others.
   *
   * @param times when the captures were made whose bytes are erased, UTC
   */
  public void erase(Withheld mark, Set<Instant> times) {
    try (Transaction transaction = database.begin()) {
      for (Annotation annotation : table.all()) {
        Optional<Annotation> left = WithheldNotes.left(annotation, mark, times);
        if (left.isEmpty()) {
          table.remove(annotation.id());
        } else if (!left.get().equals(annotation)) {
          table.save(left.get());
        }
      }
      transaction.commit();
    }
  }

  /** Leaves nothing in the file that was deleted from it. */
  public void shred() {
    database.shred(SHREDDING);
  }

  @Override
  public void close() {
    database.close();
  }
}
