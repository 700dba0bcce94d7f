package io.github.hotlinekit.examples.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A folder of small files that are there whole or not at all: each is written under another name and renamed. Any file
 * system of Hadoop will do whose rename is atomic, such as HDFS or a local disk; an object store's is not.
 */
final class LedgerFolder {

    private final FileContext files;
    private final Path folder;

    LedgerFolder(String folder, Configuration hadoop) throws IOException {
        Path path = new Path(folder);
        this.files = FileContext.getFileContext(
                path.toUri().getScheme() == null ? defaultUri(hadoop) : path.toUri(), hadoop);
        this.folder = files.makeQualified(path);
        files.mkdir(this.folder, FileContext.DEFAULT_PERM, true);
    }

    private static URI defaultUri(Configuration hadoop) {
        return FileSystem.getDefaultUri(hadoop);
    }

    void write(String name, byte[] bytes) throws IOException {
        Path written = new Path(folder, "." + name + ".new");
        try (OutputStream out = files.create(
                written, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE), Options.CreateOpts.createParent())) {
            out.write(bytes);
        }
        files.rename(written, new Path(folder, name), Options.Rename.OVERWRITE);
    }

    Optional<byte[]> read(String name) throws IOException {
        Path path = new Path(folder, name);
        if (!files.util().exists(path)) {
            return Optional.empty();
        }
        try (FSDataInputStream in = files.open(path)) {
            return Optional.of(in.readAllBytes());
        }
    }

    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        RemoteIterator<FileStatus> all = files.listStatus(folder);
        while (all.hasNext()) {
            names.add(all.next().getPath().getName());
        }
        return names;
    }

    void delete(String name) throws IOException {
        files.delete(new Path(folder, name), false);
    }
}
