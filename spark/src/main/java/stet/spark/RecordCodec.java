package stet.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records of the core as bytes, and back, so that they can go from one machine to another: a
 * record's parts in their order, of sealed interfaces the kind first. Only for bytes that the same
 * program wrote.
 */
final class RecordCodec {
  /** How a value of one type is written and read. */
  interface Part {
    /** Writes a value that is not null. */
    void write(Object value, DataOutput out) throws IOException;

    /** Reads it again. */
    Object read(DataInput in) throws IOException;
  }

  private static final Map<Type, Part> PARTS = new ConcurrentHashMap<>();

  private RecordCodec() {}

  /** The bytes of a record. */
  static byte[] write(Record value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      part(value.getClass()).write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The record of those bytes. */
  static <T extends Record> T read(byte[] bytes, Class<T> type) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return type.cast(part(type).read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How values of a type are written. Types may hold themselves, so that parts are looked up late.
   */
  static Part part(Type type) {
    Part known = PARTS.get(type);
    if (known == null) {
      known = Parts.of(type);
      PARTS.put(type, known);
    }
    return known;
  }
}
