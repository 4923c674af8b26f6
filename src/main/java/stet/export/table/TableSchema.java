package stet.export.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.ListType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import stet.rows.Column;
import stet.rows.ColumnType;
import stet.rows.DataTable;

/**
 * The schema of a table in the two forms that the library asks for: one for the encoders, one for
 * the end of the file. Every column may be null; a list has the three levels of the standard.
 */
final class TableSchema {
  private TableSchema() {}

  /** For the encoders. */
  static MessageType message(DataTable table) {
    Types.MessageTypeBuilder message = Types.buildMessage();
    for (Column column : table.columns()) {
      message.addField(field(column));
    }
    return message.named(table.id());
  }

  private static org.apache.parquet.schema.Type field(Column column) {
    LogicalTypeAnnotation string = LogicalTypeAnnotation.stringType();
    if (column.type() == ColumnType.LIST) {
      return Types.optionalList()
          .requiredElement(PrimitiveTypeName.BINARY)
          .as(string)
          .named(column.name());
    }
    var field = Types.optional(PrimitiveTypeName.valueOf(physical(column.type())));
    return switch (column.type()) {
      case TEXT -> field.as(string).named(column.name());
      case TIME ->
          field
              .as(LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS))
              .named(column.name());
      default -> field.named(column.name());
    };
  }

  private static String physical(ColumnType type) {
    return switch (type) {
      case TEXT, LIST -> "BINARY";
      case INTEGER, TIME -> "INT64";
      case NUMBER -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
    };
  }

  /** The type of a column's values as the file names it. */
  static Type stored(PrimitiveTypeName name) {
    return name == PrimitiveTypeName.BINARY ? Type.BYTE_ARRAY : Type.valueOf(name.name());
  }

  /** For the end of the file: the tree of columns, read from the top. */
  static List<SchemaElement> elements(DataTable table) {
    List<SchemaElement> all = new ArrayList<>();
    all.add(new SchemaElement(table.id()).setNum_children(table.columns().size()));
    for (Column column : table.columns()) {
      SchemaElement element =
          new SchemaElement(column.name()).setRepetition_type(FieldRepetitionType.OPTIONAL);
      all.add(element);
      if (column.type() == ColumnType.LIST) {
        element
            .setNum_children(1)
            .setConverted_type(ConvertedType.LIST)
            .setLogicalType(LogicalType.LIST(new ListType()));
        all.add(
            new SchemaElement("list")
                .setNum_children(1)
                .setRepetition_type(FieldRepetitionType.REPEATED));
        all.add(
            text(new SchemaElement("element").setRepetition_type(FieldRepetitionType.REQUIRED)));
      } else {
        leaf(element, column.type());
      }
    }
    return all;
  }

  private static void leaf(SchemaElement element, ColumnType type) {
    element.setType(stored(PrimitiveTypeName.valueOf(physical(type))));
    if (type == ColumnType.TEXT) {
      text(element);
    } else if (type == ColumnType.TIME) {
      TimestampType utc = new TimestampType(true, TimeUnit.MICROS(new MicroSeconds()));
      element
          .setConverted_type(ConvertedType.TIMESTAMP_MICROS)
          .setLogicalType(LogicalType.TIMESTAMP(utc));
    }
  }

  private static SchemaElement text(SchemaElement element) {
    return element
        .setType(Type.BYTE_ARRAY)
        .setConverted_type(ConvertedType.UTF8)
        .setLogicalType(LogicalType.STRING(new StringType()));
  }
}
