package stet.track.takedown;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import stet.archive.RecordScan;
import stet.archive.StoredRecord;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcArchive;
import stet.archive.WarcLocation;
import stet.capture.CaptureSource;
import stet.capture.ContentCodings;
import stet.capture.Erasure;
import stet.store.Tables;
import stet.store.WithheldTable;
import stet.story.ArticleIdentity;
import stet.withhold.Withheld;
import stet.withhold.Withheld.Scope;

/**
 * The records whose bytes a takedown takes.
 *
 * @param records where they lie, each with what is said in its place; those that were erased before
 *     are among them
 * @param payloads SHA-256 of their payloads, 64 hexadecimal digits each
 * @param times when captures were made whose records they are, UTC
 * @param shared payloads that stay, since captures that nothing withholds have the same bytes
 * @param elsewhere captures of other articles that have the words, too, and are left alone
 */
public record EraseTargets(
    Map<WarcLocation, Erasure> records,
    Set<String> payloads,
    Set<Instant> times,
    int shared,
    int elsewhere) {
  private static final int MAX_BYTES = 16 << 20;

  /**
   * Looks for them. For words the whole archive is read, since feeds quote them.
   *
   * @throws IOException when the archive cannot be read
   */
  public static EraseTargets of(Withheld mark, Tables tables, WarcArchive archive)
      throws IOException {
    Search search = new Search(mark, tables, archive);
    for (WithheldTable.Row row : tables.withheld().all()) {
      search.look(row);
    }
    if (mark.scope() == Scope.PASSAGE) {
      search.scan();
    }
    search.addParts();
    return new EraseTargets(
        search.records, search.payloads, search.times, search.shared, search.elsewhere);
  }

  private static final class Search {
    private final Withheld mark;
    private final Tables tables;
    private final WarcArchive archive;
    private final Map<WarcLocation, Erasure> records = new LinkedHashMap<>();
    private final Set<String> payloads = new TreeSet<>();
    private final Set<Instant> times = new TreeSet<>();
    private final List<StoredCapture> parts = new ArrayList<>();
    private boolean shown;
    private int shared;
    private int elsewhere;

    Search(Withheld mark, Tables tables, WarcArchive archive) {
      this.mark = mark;
      this.tables = tables;
      this.archive = archive;
    }

    void look(WithheldTable.Row row) throws IOException {
      boolean own = row.by().mark() == mark.id() || mark.payloads().contains(row.payload());
      if (!own && mark.addresses().contains(row.address())) {
        own = mark.scope() == Scope.ARTICLE || says(archive.read(row.location()));
      }
      if (!own) {
        return;
      }
      if (tables.withheld().isShared(row.payload())) {
        shared++;
        return;
      }
      StoredCapture capture = archive.read(row.location());
      Erasure by = mark.erasure(row.outcome(), row.by().canonical());
      records.putIfAbsent(capture.payload(), by);
      records.put(capture.location(), by);
      payloads.add(row.payload());
      times.add(row.at());
      List<StoredCapture> given = archive.parts(capture.location());
      parts.addAll(given);
      shown |=
          !given.isEmpty()
              || capture.capture().source() instanceof CaptureSource.Live live
                  && live.role() == CaptureSource.Role.SHOWN;
    }

    /**
     * What a browser was given to show the pages, unless it was given for others, too. For a whole
     * article that is all that ever was, however it came into the archive.
     */
    void addParts() throws IOException {
      if (!shown) {
        return;
      }
      Map<WarcLocation, StoredCapture> own = new LinkedHashMap<>();
      parts.forEach(part -> own.put(part.location(), part));
      Set<String> others = new HashSet<>();
      scan(
          capture -> {
            if (isPart(capture) && !own.containsKey(capture.location())) {
              if (mark.scope() == Scope.ARTICLE && mark.addresses().contains(page(capture))) {
                own.put(capture.location(), capture);
              } else {
                others.add(capture.capture().payload().digest().hex());
              }
            }
          });
      for (StoredCapture part : own.values()) {
        String digest = part.capture().payload().digest().hex();
        if (!others.contains(digest)) {
          Erasure by = mark.erasure("list", "");
          records.putIfAbsent(part.payload(), by);
          records.put(part.location(), by);
          payloads.add(digest);
        }
      }
    }

    private static String page(StoredCapture part) {
      return ArticleIdentity.normalise(((CaptureSource.Live) part.capture().source()).requested());
    }

    private static boolean isPart(StoredCapture stored) {
      return stored.capture().source() instanceof CaptureSource.Live live
          && live.role() == CaptureSource.Role.PART;
    }

    /** Whether the words stand in the bytes of a capture; not in those that are gone. */
    private boolean says(StoredCapture stored) throws IOException {
      if (mark.scope() != Scope.PASSAGE || stored.capture().payload().size() == 0) {
        return false;
      }
      String coding =
          stored.revisit()
              ? tables.payloads().encoding(stored.capture().payload().digest())
              : stored.capture().contentEncoding();
      try {
        return ContentCodings.use(
            stored.capture().payload(),
            coding,
            MAX_BYTES,
            d -> mark.isSaidBy(d.bytes(), stored.capture().mediaType()));
      } catch (Erasure.Met gone) {
        return false;
      }
    }

    void scan() throws IOException {
      scan(
          capture -> {
            if (!capture.revisit()) {
              look(capture);
            }
          });
    }

    private interface Look {
      void at(StoredCapture capture) throws IOException;
    }

    private void scan(Look look) throws IOException {
      for (String file : archive.files()) {
        try (RecordScan records = archive.scan(file, 0)) {
          for (StoredRecord r = records.next(); r != null; r = records.next()) {
            if (r instanceof StoredCapture capture) {
              look.at(capture);
            }
          }
        }
      }
    }

    private void look(StoredCapture capture) throws IOException {
      if (records.containsKey(capture.location()) || !says(capture)) {
        return;
      }
      boolean list =
          capture.capture().source() instanceof CaptureSource.Live live && !live.role().ofArticle();
      if (!list) {
        elsewhere++;
        return;
      }
      records.put(capture.location(), mark.erasure("list", ""));
      payloads.add(capture.capture().payload().digest().hex());
    }
  }
}
