-- Sends one request after the other from a file, over and over. Each line is one of them, its parts
-- separated by tabs: the method, the path with its query, the body, and the headers, a name and a
-- value each.
local requests = {}
local last = 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local parts = {}
    for part in (line .. "\t"):gmatch("(.-)\t") do
      parts[#parts + 1] = part
    end
    local headers = {}
    for place = 4, #parts - 1, 2 do
      headers[parts[place]] = parts[place + 1]
    end
    local body = parts[3] ~= "" and parts[3] or nil
    requests[#requests + 1] = wrk.format(parts[1], parts[2], headers, body)
  end
end

function request()
  last = last % #requests + 1
  return requests[last]
end
