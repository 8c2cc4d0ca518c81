package fr.maillage.trajet.route;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openstreetmap.osmosis.osmbinary.Fileformat.Blob;
import org.openstreetmap.osmosis.osmbinary.Fileformat.BlobHeader;
import org.openstreetmap.osmosis.osmbinary.Osmformat.HeaderBlock;
import org.openstreetmap.osmosis.osmbinary.Osmformat.Node;
import org.openstreetmap.osmosis.osmbinary.Osmformat.PrimitiveBlock;
import org.openstreetmap.osmosis.osmbinary.Osmformat.PrimitiveGroup;
import org.openstreetmap.osmosis.osmbinary.Osmformat.StringTable;
import org.openstreetmap.osmosis.osmbinary.Osmformat.Way;

/** A small OpenStreetMap extract, written as XML or PBF. */
final class FichierOsm {

    private record Chemin(long[] nodes, Map<String, String> tags) {}

    private final Map<Long, double[]> nodes = new LinkedHashMap<>();
    private final List<Chemin> ways = new ArrayList<>();

    FichierOsm node(long id, double longitude, double latitude) {
        nodes.put(id, new double[] {longitude, latitude});
        return this;
    }

    /** @param tags key, value, key, value… */
    FichierOsm way(String tags, long... ids) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String tag : tags.split(" ")) {
            read.put(tag.split("=")[0], tag.split("=")[1]);
        }
        ways.add(new Chemin(ids, read));
        return this;
    }

    Path xml(Path file) throws IOException {
        StringBuilder text = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n");
        nodes.forEach((id, place) -> text.append("<node id='")
                .append(id)
                .append("' lon='")
                .append(place[0])
                .append("' lat='")
                .append(place[1])
                .append("'/>\n"));
        for (int i = 0; i < ways.size(); i++) {
            text.append("<way id='").append(i + 1).append("'>");
            for (long node : ways.get(i).nodes()) {
                text.append("<nd ref='").append(node).append("'/>");
            }
            ways.get(i).tags().forEach((key, value) -> text.append("<tag k='")
                    .append(key)
                    .append("' v='")
                    .append(value)
                    .append("'/>"));
            text.append("</way>\n");
        }
        return Files.writeString(file, text.append("</osm>\n"));
    }

    Path pbf(Path file) throws IOException {
        List<ByteString> texts = new ArrayList<>(List.of(ByteString.EMPTY));
        PrimitiveGroup.Builder places = PrimitiveGroup.newBuilder();
        nodes.forEach((id, place) -> places.addNodes(
                Node.newBuilder().setId(id).setLon(Math.round(place[0] * 1e7)).setLat(Math.round(place[1] * 1e7))));
        PrimitiveGroup.Builder roads = PrimitiveGroup.newBuilder();
        for (int i = 0; i < ways.size(); i++) {
            Way.Builder way = Way.newBuilder().setId(i + 1);
            long before = 0;
            for (long node : ways.get(i).nodes()) {
                way.addRefs(node - before);
                before = node;
            }
            for (Map.Entry<String, String> tag : ways.get(i).tags().entrySet()) {
                way.addKeys(number(texts, tag.getKey())).addVals(number(texts, tag.getValue()));
            }
            roads.addWays(way);
        }
        PrimitiveBlock block = PrimitiveBlock.newBuilder()
                .setStringtable(StringTable.newBuilder().addAllS(texts))
                .addPrimitivegroup(places)
                .addPrimitivegroup(roads)
                .build();
        HeaderBlock header =
                HeaderBlock.newBuilder().addRequiredFeatures("OsmSchema-V0.6").build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, "OSMHeader", header.toByteString());
        write(bytes, "OSMData", block.toByteString());
        return Files.write(file, bytes.toByteArray());
    }

    private static int number(List<ByteString> texts, String text) {
        ByteString bytes = ByteString.copyFromUtf8(text);
        if (!texts.contains(bytes)) {
            texts.add(bytes);
        }
        return texts.indexOf(bytes);
    }

    private static void write(ByteArrayOutputStream out, String type, ByteString content) throws IOException {
        ByteString blob = Blob.newBuilder()
                .setRaw(content)
                .setRawSize(content.size())
                .build()
                .toByteString();
        ByteString header = BlobHeader.newBuilder()
                .setType(type)
                .setDatasize(blob.size())
                .build()
                .toByteString();
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(header.size());
        header.writeTo(data);
        blob.writeTo(data);
    }
}
