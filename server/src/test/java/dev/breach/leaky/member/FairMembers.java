package dev.breach.leaky.member;

import java.util.List;
import java.util.Map;

public interface FairMembers {

    Map<String, List<FairMember>> byName(long[] ids);

    record FairMember(String id) {}
}
