package stet.track;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcLocation;
import stet.article.StatedDate;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Digest;
import stet.capture.Erasure;
import stet.capture.Exchange;
import stet.capture.Payload;
import stet.store.CaptureTable;
import stet.store.Store;
import stet.store.Tables;
import stet.story.AddressBook;
import stet.story.ArticleIdentity;
import stet.story.Engine;
import stet.story.PageReading;
import stet.story.Reading;
import stet.story.TextEvidence;
import stet.story.Told;
import stet.timeline.TrackedArticle;
import stet.withhold.Withholding;

/** Turns archived captures into rows: articles, states, versions, revisions. */
final class Indexer implements AutoCloseable {
  private final Store store;
  private final Tables tables;
  private final PageReader reader;
  private final StoredIndex index;
  private final AddressBook addresses;
  private final TimelineKeeper timelines;

  /** Pictures whose pages are still to come, by the pages' addresses. */
  private final Map<String, WarcLocation> pictures = new HashMap<>();

  /** Captures are told apart by identity: two may be equal in all but what follows from them. */
  private final Map<Capture, Future<Reading>> begun = new IdentityHashMap<>();

  Indexer(Store store, Engine engine, Withholding withheld) {
    this.store = store;
    this.tables = store.tables();
    this.reader = new PageReader(new PageReading(engine.extractor(), new Screen(withheld)));
    this.index = new StoredIndex(tables);
    this.addresses = new AddressBook(index);
    this.timelines = new TimelineKeeper(tables, engine, withheld);
  }

  /**
   * Begins to read captures that will be indexed soon, so that no core waits meanwhile. Need not be
   * called; those that are here already are left alone.
   */
  void begin(List<Capture> captures) {
    for (Capture capture : captures) {
      if (!tables.captures().has(capture)) {
        ownEncoding(capture)
            .or(() -> knownEncoding(capture.payload().digest()))
            .ifPresent(encoding -> begun.put(capture, reader.begin(capture, encoding)));
      }
    }
  }

  /** Lets go of captures that were begun and will not be indexed. */
  void forget(List<Capture> captures) {
    captures.forEach(begun::remove);
  }

  /** Indexes captures in one transaction, and gives one answer for each, in order. */
  List<Accepted> index(List<StoredCapture> kept) throws IOException {
    List<Reading> read = read(kept);
    try {
      return store.write(() -> add(kept, read));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Reading> read(List<StoredCapture> kept) throws IOException {
    Map<Digest, String> batch = encodings(kept);
    List<Future<Reading>> started = new ArrayList<>();
    for (StoredCapture stored : kept) {
      Capture capture = stored.capture();
      Future<Reading> early = begun.remove(capture);
      started.add(early == null ? start(capture, batch) : early);
    }
    return PageReader.results(started);
  }

  private Future<Reading> start(Capture capture, Map<Digest, String> batch) {
    String encoding =
        ownEncoding(capture)
            .orElseGet(
                () ->
                    batch.computeIfAbsent(capture.payload().digest(), tables.payloads()::encoding));
    return reader.begin(capture, encoding);
  }

  /** As the capture's own response states it; one that only confirms earlier bytes does not. */
  private static Optional<String> ownEncoding(Capture capture) {
    return capture.exchange() instanceof Exchange.Http http && http.status() != 304
        ? Optional.of(capture.contentEncoding())
        : Optional.empty();
  }

  /** What the index knows, unless a capture that is still to be indexed knows better. */
  private Optional<String> knownEncoding(Digest digest) {
    boolean pending =
        begun.keySet().stream()
            .anyMatch(c -> ownEncoding(c).isPresent() && c.payload().digest().equals(digest));
    return pending ? Optional.empty() : Optional.of(tables.payloads().encoding(digest));
  }

  /** A response that only confirms earlier bytes does not say how those were coded. */
  private static Map<Digest, String> encodings(List<StoredCapture> kept) {
    Map<Digest, String> encodings = new HashMap<>();
    for (StoredCapture stored : kept) {
      Capture capture = stored.capture();
      ownEncoding(capture).ifPresent(e -> encodings.putIfAbsent(capture.payload().digest(), e));
    }
    return encodings;
  }

  private List<Accepted> add(List<StoredCapture> kept, List<Reading> read) {
    List<Accepted> accepted = new ArrayList<>();
    Set<Long> touched = new LinkedHashSet<>();
    TextEvidence evidence = new TextEvidence(index, index, addresses);
    for (int i = 0; i < kept.size(); i++) {
      accepted.add(add(kept.get(i), read.get(i), evidence, touched));
    }
    for (long article : touched) {
      timelines.refresh(article);
      tables.changes().mark(article);
    }
    for (int i = 0; i < kept.size(); i++) {
      if (read.get(i) instanceof Reading.Shown shown) {
        accepted.set(i, withVersion(accepted.get(i), shown));
      }
    }
    return accepted;
  }

  /** Which version a capture begins is known when all of its batch are in their places. */
  private Accepted withVersion(Accepted a, Reading.Shown shown) {
    Instant published =
        shown.version().dates().stream()
            .filter(d -> d.role() == StatedDate.Role.PUBLISHED && d.offset() != null)
            .map(d -> d.local().toInstant(d.offset()))
            .findFirst()
            .orElse(null);
    int begins =
        a.outcome() == Accepted.Outcome.ARTICLE ? tables.versions().begunBy(a.capture()) : 0;
    return new Accepted(a.capture(), a.article(), a.outcome(), a.detail(), begins, published);
  }

  private Accepted add(
      StoredCapture kept, Reading reading, TextEvidence evidence, Set<Long> touched) {
    Capture capture = kept.capture();
    tables.warcFiles().indexed(kept.location().file(), kept.location().end());
    notePicture(kept);
    if (capture.source() instanceof CaptureSource.Live live && !live.role().ofArticle()) {
      addPayload(kept);
      TrackedArticle none = ArticleIdentity.article(live.requested());
      return new Accepted(capture, none, Accepted.Outcome.LIST, "");
    }
    Told told = Told.of(capture, reading);
    String address = told.address();
    if (tables.captures().has(capture)) {
      // A crash can leave a capture archived but not indexed; imported again, it is there twice.
      TrackedArticle article = ArticleIdentity.article(address);
      return new Accepted(capture, article, Accepted.Outcome.ALREADY_HERE, "");
    }
    long id = addresses.place(address, touched);
    addPayload(kept);
    long row = tables.captures().add(id, address, capture, kept.location(), outcome(told));
    note(row, kept, reading);
    touched.add(id);
    told.claim().ifPresent(c -> addresses.claim(c, told.sortKey(), touched));
    evidence.take(row, told, touched);
    TrackedArticle article = addresses.articleOf(address);
    return shows(reading, row)
        ? new Accepted(capture, article, Accepted.Outcome.ARTICLE, "")
        : new Accepted(capture, article, Accepted.Outcome.NOT_AN_ARTICLE, told.outcome().detail());
  }

  /**
   * A picture is archived before the page that counts, with what else was captured of it between.
   */
  private void notePicture(StoredCapture kept) {
    Capture capture = kept.capture();
    if (!(capture.source() instanceof CaptureSource.Live live)) {
      return;
    }
    if (live.role() == CaptureSource.Role.PART && capture.uri().startsWith(Capture.PICTURE)) {
      pictures.put(live.requested(), kept.payload());
    } else if (live.role() == CaptureSource.Role.PAGE || live.role() == CaptureSource.Role.SHOWN) {
      WarcLocation picture = pictures.remove(capture.uri());
      if (picture != null && capture.payload().size() > 0) {
        tables.pictures().add(capture.payload().digest(), picture);
      }
    }
  }

  private void note(long row, StoredCapture kept, Reading reading) {
    Erasure by = reading.by();
    if (by != null) {
      Digest payload = kept.capture().payload().digest();
      tables.withheld().add(row, kept.location(), payload, by);
    }
  }

  private boolean shows(Reading reading, long row) {
    return reading instanceof Reading.Shown
        || reading instanceof Reading.Landed && tables.captures().shows(row);
  }

  private void addPayload(StoredCapture kept) {
    Payload payload = kept.capture().payload();
    String encoding = kept.capture().contentEncoding();
    tables.payloads().add(payload.digest(), payload.size(), encoding, kept.payload());
  }

  private CaptureTable.Outcome outcome(Told told) {
    Told.Outcome outcome = told.outcome();
    return told.reading() instanceof Reading.Shown shown
        ? new CaptureTable.Outcome(tables.states().idOf(shown.version()), null, null, outcome.cut())
        : new CaptureTable.Outcome(null, outcome.reason(), outcome.detail(), outcome.cut());
  }

  @Override
  public void close() {
    reader.close();
  }
}
