/** What every reader of text needs, whoever wrote it. Pure; knows nothing of stet. */
@org.jspecify.annotations.NullMarked
package stet.text;
