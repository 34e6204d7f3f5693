-- For wrk: every line of a file is the body of one request; each is sent once. Prints what was answered, as JSON, and ends.
-- args: the file, the path, the cookie. Run it with one thread: lines are not shared out.
local ffi = require("ffi")
ffi.cdef [[
typedef struct { long s; long ns; } moment;
int clock_gettime(int id, moment *at);
]]

local asks, sent, answered, codes, places, began, looked_at = {}, 0, 0, {}, {}, nil, false

local function now()
  local at = ffi.new("moment")
  ffi.C.clock_gettime(1, at)
  return tonumber(at.s) + tonumber(at.ns) / 1e9
end

function init(args)
  local headers = { ["Content-Type"] = "application/json", ["Cookie"] = args[3] }
  for line in io.lines(args[1]) do
    asks[#asks + 1] = wrk.format("POST", args[2], headers, line)
  end
  idle = wrk.format("GET", "/gate/now")
end

function request()
  if not looked_at then -- wrk looks at the first request once before it sends any
    looked_at = true
    return asks[1]
  end
  began = began or now()
  sent = sent + 1
  return asks[sent] or idle
end

function delay()
  return sent >= #asks and 1000 or 0
end

function response(status, headers, body)
  local code = body:match('"code": "([^"]+)"')
  if not code then return end
  codes[code] = (codes[code] or 0) + 1
  local place = body:match('"place": (%d+)')
  if place then places[#places + 1] = place end
  answered = answered + 1
  if answered == #asks then
    local told = {}
    for name, count in pairs(codes) do told[#told + 1] = string.format('"%s": %d', name, count) end
    print(string.format('{"seconds": %.6f, "codes": {%s}, "places": [%s]}', now() - began, table.concat(told, ", "), table.concat(places, ",")))
    io.stdout:flush()
    os.exit(0)
  end
end
