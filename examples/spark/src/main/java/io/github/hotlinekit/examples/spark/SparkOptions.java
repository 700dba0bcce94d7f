package io.github.hotlinekit.examples.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all programs are told about Spark. */
final class SparkOptions {

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark's master; without it that of spark-submit, else local[2]; Spark 主节点")
    private @Nullable String master;

    SparkSession session(String name) {
        return session(name, master);
    }

    /** A session; what spark-submit has set stays, but for the master if one is given here. */
    static SparkSession session(String name, @Nullable String master) {
        SparkConf conf = new SparkConf().setAppName(name);
        if (master != null) {
            conf.setMaster(master);
        }
        conf.setIfMissing("spark.master", "local[2]");
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.ui.enabled", "false");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
        }
        conf.set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        // Instants, not java.sql.Timestamp, which is of the zone of the process.
        conf.set("spark.sql.datetime.java8API.enabled", "true");
        // Rows have so many columns that the code Spark makes for them in one piece is longer than HotSpot compiles.
        conf.setIfMissing("spark.sql.codegen.hugeMethodLimit", "8000");
        conf.setIfMissing("spark.sql.debug.maxToStringFields", "100");
        conf.set("spark.sql.sources.partitionColumnTypeInference.enabled", "false");
        return SparkSession.builder().config(conf).getOrCreate();
    }
}
