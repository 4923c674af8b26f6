package stet.notes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import stet.sqlite.Database;
import stet.sqlite.DatabaseException;
import stet.sqlite.Migrations;
import stet.sqlite.Opening;
import stet.sqlite.Transaction;

/**
 * The annotations of a collection, in {@value #FILE} in its folder. Unlike {@code stet.db} it
 * cannot be made again from the WARC files, so it lies apart from it, and what was acknowledged
 * outlives a power cut. One connection, used by one thread at a time; several processes may have it
 * open.
 */
public final class NoteStore implements AutoCloseable {
  /** The file's name in a collection's folder. */
  public static final String FILE = "notes.db";

  private static final int CACHE_KIB = 2_000;

  static final Migrations MIGRATIONS =
      new Migrations(
          "stet/notes/migration", 1, "the file of notes", "the file of notes", sql -> {});

  private final Database database;
  private final AnnotationTable table;

  private NoteStore(Database database) {
    this.database = database;
    this.table = new AnnotationTable(database.sql());
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
    return new NoteStore(opening(file).toWrite());
  }

  /**
   * The same for whoever changes nothing, also where nothing can be changed.
   *
   * @throws DatabaseException see above
   */
  public static NoteStore openForReading(Path file) {
    return new NoteStore(opening(file).toWriteHereOrInACopy());
  }

  private static Opening opening(Path file) {
    return Opening.of(file).migrations(MIGRATIONS).cache(CACHE_KIB).forced();
  }

  /** Whether anything was ever said in a collection. */
  public static boolean isThere(Path home) {
    return Files.isRegularFile(home.resolve(FILE));
  }

  /** All annotations, in the order in which they were first said. */
  public List<Annotation> all() {
    return table.all();
  }

  /** The annotation of that name. */
  public Optional<Annotation> find(String id) {
    return table.find(id);
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

  @Override
  public void close() {
    database.close();
  }
}
